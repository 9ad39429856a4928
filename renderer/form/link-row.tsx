import { ChevronRight } from "lucide-preact";
import { useLayoutEffect, useRef } from "preact/hooks";

interface Props {
  readonly name: string;
  readonly help: string;
  readonly focused: boolean;
  readonly onClick: () => void;
}

/** A setting that leads to a screen of its own. */
export function LinkRow({ name, help, focused, onClick }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (focused) button.current?.focus();
  }, [focused]);
  return (
    <button type="button" class="setting setting-link" ref={button} onClick={onClick}>
      <span class="setting-words">
        <span class="setting-name">{name}</span>
        <span class="help">{help}</span>
      </span>
      <ChevronRight class="icon" aria-hidden="true" />
    </button>
  );
}
