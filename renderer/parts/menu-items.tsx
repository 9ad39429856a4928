import type { LucideIcon } from "lucide-preact";
import { useLayoutEffect, useRef } from "preact/hooks";

export interface MenuItem {
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly choose: () => void;
  /** What it does cannot be undone. */
  readonly grave?: boolean;
  /** What it is called, for who does not see what it belongs to. */
  readonly name?: string;
}

interface Props {
  readonly items: readonly MenuItem[];
  /** What it is called. */
  readonly label: string;
  readonly close: () => void;
}

/** What a menu offers, with the focus on its first; arrows and letters lead through it, Escape and Tab out of it. */
export function MenuItems({ items, label: called, close }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const all = () => [...(list.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
  useLayoutEffect(() => all()[0]?.focus(), []);

  function keys(event: KeyboardEvent) {
    // None of these is for the page behind.
    event.stopPropagation();
    const at = all().indexOf(document.activeElement as HTMLElement);
    const to = target(event, at, all());
    if (event.key === "Escape" || event.key === "Tab") close();
    else if (to !== undefined) to.focus();
    else return;
    event.preventDefault();
  }
  return (
    <div class="menu" role="menu" aria-label={called} ref={list} onKeyDown={keys}>
      {items.map(({ label, icon: Icon, choose, grave, name }) => (
        <button
          key={label}
          type="button"
          class={grave ? "menu-item menu-item-grave" : "menu-item"}
          role="menuitem"
          tabIndex={-1}
          aria-label={name}
          onClick={() => {
            close();
            choose();
          }}
        >
          {Icon && <Icon class="icon" aria-hidden="true" />}
          {label}
        </button>
      ))}
    </div>
  );
}

/** The item that a key leads to; a letter leads to the next that begins with it. */
function target({ key, ctrlKey, metaKey }: KeyboardEvent, at: number, all: readonly HTMLElement[]) {
  if (key === "ArrowDown") return all[(at + 1) % all.length];
  if (key === "ArrowUp") return all[(at - 1 + all.length) % all.length];
  if (key === "Home") return all[0];
  if (key === "End") return all.at(-1);
  if (key.length !== 1 || key === " " || ctrlKey || metaKey) return;
  const starts = (item: HTMLElement) => item.textContent?.toLowerCase().startsWith(key.toLowerCase());
  return [...all.slice(at + 1), ...all.slice(0, at + 1)].find(starts);
}
