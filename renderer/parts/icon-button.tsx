import type { LucideIcon } from "lucide-preact";
import type { Ref } from "preact";

interface Props {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly onClick: () => void;
  /** For a toggle; its label then stays the same in both states. */
  readonly pressed?: boolean;
  readonly keys?: string;
  /** Tab stops at it, unless something else does the same by key. */
  readonly reachable?: boolean;
  /** There is nothing to press now; the focus stays on it. */
  readonly disabled?: boolean;
  readonly buttonRef?: Ref<HTMLButtonElement>;
}

export function IconButton({
  icon: Icon,
  label,
  onClick,
  pressed,
  keys,
  reachable = true,
  disabled = false,
  buttonRef,
}: Props) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-pressed={pressed}
      aria-keyshortcuts={keys}
      aria-disabled={disabled || undefined}
      title={label}
      tabIndex={reachable ? undefined : -1}
      onClick={onClick}
      ref={buttonRef ?? null}
    >
      <Icon class="icon" aria-hidden="true" />
    </button>
  );
}
