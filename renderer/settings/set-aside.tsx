import { ProblemText } from "../parts/problem-text.tsx";
import { useAct } from "../parts/use-act.ts";
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
  const { problem, act } = useAct();
  const { setAside, deleteThem, deleted } = words.privacy.forget;

  async function remove() {
    if (!(await act(() => state.ask.privacy.removeSetAside()))) return;
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
