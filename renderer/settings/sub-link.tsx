import { LinkRow } from "../form/link-row.tsx";
import type { Field, SubScreen } from "../state/screen.ts";

interface Props {
  readonly to: SubScreen["name"];
  /** The field of the settings that takes the focus. */
  readonly field: Field | null;
  readonly name: string;
  readonly help: string;
  readonly go: (screen: SubScreen) => void;
}

/** Leads to a screen from which the way back ends on this row. */
export function SubLink({ to, field, name, help, go }: Props) {
  return (
    <LinkRow
      name={name}
      help={help}
      focused={field === to}
      onClick={() => go({ name: to, from: "settings" })}
    />
  );
}
