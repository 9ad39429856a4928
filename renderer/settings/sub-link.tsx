import { LinkRow } from "../form/link-row.tsx";
import type { PageState } from "../state/page-state.ts";
import type { Field, SubScreen } from "../state/screen.ts";

interface Props {
  readonly state: PageState;
  readonly to: SubScreen["name"];
  /** The field of the settings that takes the focus. */
  readonly field: Field | null;
  readonly name: string;
  readonly help: string;
}

/** Leads to a screen from which the way back ends on this row. */
export function SubLink({ state, to, field, name, help }: Props) {
  return (
    <LinkRow
      name={name}
      help={help}
      focused={field === to}
      onClick={() => state.go({ name: to, from: "settings" })}
    />
  );
}
