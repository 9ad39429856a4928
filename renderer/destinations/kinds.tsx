import { type AlertKind, alertKinds } from "../../common/policy.ts";
import { words } from "../../common/words/page.ts";
import { Group } from "../form/group.tsx";

interface Props {
  readonly value: readonly AlertKind[];
  readonly change: (value: readonly AlertKind[]) => void;
}

/** Which kinds of change a rule sends. */
export function Kinds({ value, change }: Props) {
  const isAll = value.length === alertKinds.length;
  return (
    <Group
      title={words.rules.when}
      aside={
        <button type="button" class="link" onClick={() => change(isAll ? [] : alertKinds)}>
          {isAll ? words.rules.choose.none : words.rules.choose.all}
        </button>
      }
    >
      <fieldset class="checks kinds">
        <legend class="visually-hidden">{words.rules.whenHelp}</legend>
        {alertKinds.map((kind) => (
          <label key={kind} class="check">
            <input
              type="checkbox"
              checked={value.includes(kind)}
              onChange={() => change(alertKinds.filter((each) => value.includes(each) !== (each === kind)))}
            />
            <span>{words.alerts.kinds[kind]}</span>
          </label>
        ))}
      </fieldset>
    </Group>
  );
}
