import { ChevronRight } from "lucide-preact";

interface Props {
  readonly name: string;
  readonly help: string;
  readonly onClick: () => void;
}

/** A setting that leads to a screen of its own. */
export const LinkRow = ({ name, help, onClick }: Props) => (
  <button type="button" class="setting setting-link" onClick={onClick}>
    <span class="setting-words">
      <span class="setting-name">{name}</span>
      {help && <span class="help">{help}</span>}
    </span>
    <ChevronRight class="icon" aria-hidden="true" />
  </button>
);
