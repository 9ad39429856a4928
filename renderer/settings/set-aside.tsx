import { useState } from "preact/hooks";
import type { Problem } from "../../common/view.ts";
import { ProblemText } from "../parts/problem-text.tsx";
import type { PageState } from "../state/create-state.ts";
import { words } from "../words.ts";

interface Props {
  readonly state: PageState;
  /** How many there are. */
  readonly count: number;
  readonly done: () => void;
}

/** The damaged files, which nobody can look into whole, and a way to be rid of them. */
export function SetAside({ state, count, done }: Props) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const { setAside, deleteThem, deleted } = words.privacy.forget;

  async function remove() {
    const answer = await state.removeSetAside();
    if (!answer.ok) return setProblem(answer.error);
    state.say(deleted);
    done();
  }

  return (
    <div class="setting setting-tall" role="alert">
      <div class="setting-words">
        <p>{setAside(count)}</p>
        <ProblemText problem={problem} />
      </div>
      <div class="buttons">
        <button type="button" class="button button-trouble" onClick={() => void remove()}>
          {deleteThem(count)}
        </button>
      </div>
    </div>
  );
}
