import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

interface Props {
  readonly children: ComponentChildren;
  readonly action: string;
  readonly cancel: string;
  readonly yes: () => Promise<void>;
  readonly no: () => void;
  /** Not for a choice by arrow keys, which would be cut short. */
  readonly focused?: boolean;
}

/** The question before what cannot be undone, in place. Escape says no. */
export function Confirm({ children, action, cancel, yes, no, focused = true }: Props) {
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (focused) first.current?.focus();
  }, []);

  useLayoutEffect(() => {
    const noOnEscape = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      event.preventDefault();
      no();
    };
    document.addEventListener("keydown", noOnEscape);
    return () => document.removeEventListener("keydown", noOnEscape);
  });

  return (
    <div class="setting setting-tall" role="alert">
      <p class="setting-words">{children}</p>
      <div class="buttons">
        <button type="button" class="button" ref={first} onClick={no}>
          {cancel}
        </button>
        <button type="button" class="button button-trouble" onClick={() => void yes()}>
          {action}
        </button>
      </div>
    </div>
  );
}
