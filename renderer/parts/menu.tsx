import type { LucideIcon } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";

export interface MenuItem {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly choose: () => void;
  /** What it does cannot be undone. */
  readonly grave?: boolean;
  /** What it is called, for who does not see what it belongs to. */
  readonly name?: string;
}

interface Props {
  readonly items: readonly MenuItem[];
  /** What it is called, and what its button shows. */
  readonly label: string;
  readonly kind: string;
  readonly keys?: string;
  readonly children: ComponentChildren;
  /** Told once it is opened from elsewhere, by a key. */
  readonly opened?: boolean;
  readonly onOpened?: () => void;
}

/** A button that opens a menu below it. Escape and Tab close it; the focus goes back to the button. */
export function Menu({ items, label, kind, keys, children, opened = false, onOpened }: Props) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const holder = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (!opened) return;
    setOpen(true);
    onOpened?.();
  }, [opened]);
  useEffect(() => {
    if (!open) return;
    const elsewhere = ({ target }: Event) => {
      if (!holder.current?.contains(target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", elsewhere);
    return () => document.removeEventListener("pointerdown", elsewhere);
  }, [open]);

  function close() {
    setOpen(false);
    button.current?.focus();
  }
  return (
    <div class="menu-holder" ref={holder}>
      <button
        type="button"
        class={kind}
        id={id}
        title={label}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-keyshortcuts={keys}
        ref={button}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" || open) return;
          event.preventDefault();
          event.stopPropagation();
          setOpen(true);
        }}
      >
        {children}
      </button>
      {open && <Items items={items} labelledBy={id} close={close} />}
    </div>
  );
}

interface ItemsProps {
  readonly items: readonly MenuItem[];
  readonly labelledBy: string;
  readonly close: () => void;
}

function Items({ items, labelledBy, close }: ItemsProps) {
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
    <div class="menu" role="menu" aria-labelledby={labelledBy} ref={list} onKeyDown={keys}>
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
          <Icon class="icon" aria-hidden="true" />
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
