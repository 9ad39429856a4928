import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { type MenuItem, MenuItems } from "./menu-items.tsx";

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
      {open && <MenuItems items={items} label={label} close={close} />}
    </div>
  );
}
