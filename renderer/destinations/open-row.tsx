import { ChevronRight, type LucideIcon } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

interface Props {
  readonly icon: LucideIcon;
  /** Of the button; what stands in it is its name. */
  readonly focused: boolean;
  readonly open: () => void;
  readonly children: ComponentChildren;
}

/** One of a list that leads to a screen of its own, with its icon. */
export function OpenRow({ icon: Icon, focused, open, children }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (focused) button.current?.focus();
  }, [focused]);
  return (
    <button type="button" class="setting setting-link open-row" ref={button} onClick={open}>
      <span class="open-tile">
        <Icon class="icon" aria-hidden="true" />
      </span>
      <span class="setting-words">{children}</span>
      <ChevronRight class="icon" aria-hidden="true" />
    </button>
  );
}
