import { useEffect, useId, useState } from "preact/hooks";
import type { Answer } from "../../common/ipc.ts";
import type { Resource } from "../../common/timekit.ts";
import { words } from "../../common/words/page.ts";
import { ProblemText } from "../parts/problem-text.tsx";
import { useAct } from "../parts/use-act.ts";

interface Props {
  /** Null for everybody's. */
  readonly resource: Resource | null;
  readonly list: () => Promise<Answer<readonly Resource[]>>;
  readonly choose: (resource: Resource | null) => Promise<Answer<unknown>>;
  readonly say: (text: string) => void;
}

/** Whose bookings are shown. Until Timekit has told who there is, the one chosen stands alone. */
export function ResourcePicker({ resource, list: ask, choose: change, say }: Props) {
  const id = useId();
  const [known, setKnown] = useState<readonly Resource[]>([]);
  const list = useAct();
  const choice = useAct();
  useEffect(() => {
    void list.act(ask).then((answer) => answer?.ok && setKnown(answer.value));
  }, []);

  const options = resource && !known.some((each) => each.id === resource.id) ? [resource, ...known] : known;

  async function choose(chosen: string) {
    const one = options.find((each) => each.id === chosen) ?? null;
    if ((await choice.act(() => change(one)))?.ok)
      say(words.timekit.chosen({ name: one ? one.name || words.timekit.hidden : words.timekit.everybody }));
  }

  return (
    <div class="setting">
      <div class="setting-words">
        <label class="setting-name" for={id}>
          {words.timekit.whose}
        </label>
        <ProblemText problem={choice.problem ?? list.problem} />
      </div>
      <select
        id={id}
        class="field select"
        value={resource?.id ?? ""}
        aria-busy={list.busy}
        onChange={(event) => void choose(event.currentTarget.value)}
      >
        <option value="">{words.timekit.everybody}</option>
        {options.map((each) => (
          <option key={each.id} value={each.id}>
            {each.name || words.timekit.hidden}
          </option>
        ))}
      </select>
    </div>
  );
}
