import { ChevronRight, type LucideIcon } from "lucide-preact";
import type { ComponentChildren } from "preact";

interface Props {
  readonly icon: LucideIcon;
  readonly name: string;
  /** What it has now. */
  readonly value: string;
  readonly open: () => void;
  /** A mark beside the arrow, for whoever sees it. */
  readonly children?: ComponentChildren;
}

/** Leads to a section of the settings, and says what that has now. */
export const SectionRow = ({ icon: Icon, name, value, open, children }: Props) => (
  <button type="button" class="setting setting-link section-row" onClick={open}>
    <span class="section-icon">
      <Icon class="icon" aria-hidden="true" />
    </span>
    <span class="setting-words">
      <span class="setting-name">{name}</span>
      <span class="help section-value">{value}</span>
    </span>
    {children}
    <ChevronRight class="icon" aria-hidden="true" />
  </button>
);
