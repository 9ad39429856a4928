import type { Answer } from "../../common/ipc.ts";
import type { Project } from "../../common/policy.ts";
import { words } from "../../common/words/page.ts";
import { Choice } from "../form/choice.tsx";
import { Failed } from "../parts/failed.tsx";
import { UntrustedText } from "../parts/untrusted-text.tsx";
import { useAsked } from "../parts/use-asked.ts";
import { ok } from "../state/answer.ts";

interface Props {
  readonly name: string;
  readonly help: string;
  /** Said where there is nothing to choose from. */
  readonly none: string;
  readonly list: () => Promise<Answer<readonly Project[]>>;
  /** Null = all. */
  readonly value: readonly Project[] | null;
  readonly change: (value: readonly Project[] | null) => void;
}

/** All of them, or those chosen of what bookings have named and of what the rule names already. */
export function Chosen({ name, help, none, list, value, change }: Props) {
  const { answer, again } = useAsked(list, []);
  const listed = answer?.ok ? answer.value : [];
  const known = [...listed, ...(value ?? []).filter((one) => !listed.some((each) => isSame(each, one)))];
  const isChosen = (one: Project) => (value ?? []).some((each) => isSame(each, one));
  return (
    <div class="group-part">
      <Choice
        name={name}
        options={[
          { value: "all", label: words.rules.every },
          { value: "chosen", label: words.rules.chosen },
        ]}
        value={value === null ? "all" : "chosen"}
        choose={async (which) => {
          change(which === "all" ? null : []);
          return ok(null);
        }}
      />
      {value !== null && answer && (
        <fieldset class="checks">
          <legend class="help">{known.length > 0 ? help : none}</legend>
          {!answer.ok && <Failed problem={answer.error} again={again} />}
          {known.map((one) => (
            <label key={`${one.id} ${one.name}`} class="check">
              <input
                type="checkbox"
                checked={isChosen(one)}
                onChange={() => change(known.filter((each) => isChosen(each) !== (each === one)))}
              />
              <span>
                <UntrustedText text={one.name || words.projects.unnamed} />
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}

/** By its id; a Zap may forward no more than a name. */
const isSame = (a: Project, b: Project): boolean => (a.id && b.id ? a.id === b.id : a.name === b.name);
