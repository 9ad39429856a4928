import { ChevronRight } from "lucide-preact";
import type { ComponentChildren } from "preact";

interface Props {
  readonly name: string;
  readonly help: string;
  readonly open: boolean;
  readonly children: ComponentChildren;
}

/** A row that unfolds what is needed more rarely. */
export const Fold = ({ name, help, open, children }: Props) => (
  <details class="fold" open={open}>
    <summary class="setting">
      <span class="setting-words">
        <span class="setting-name">{name}</span>
        <span class="help">{help}</span>
      </span>
      <ChevronRight class="icon" aria-hidden="true" />
    </summary>
    {children}
  </details>
);
