import type { Answer } from "../../common/ipc.ts";
import { words } from "../../common/words/page.ts";
import { ProblemText } from "../parts/problem-text.tsx";
import { useAct } from "../parts/use-act.ts";

interface Props {
  /** How many there are. */
  readonly count: number;
  readonly remove: () => Promise<Answer<unknown>>;
  readonly say: (text: string) => void;
  readonly done: () => void;
}

/** The damaged files, which nobody can look into whole, and a way to be rid of them. */
export function SetAside({ count, remove, say, done }: Props) {
  const { problem, act } = useAct();
  const { setAside, deleteThem, deleted } = words.privacy.forget;

  async function press() {
    if (!(await act(remove))?.ok) return;
    say(deleted);
    done();
  }

  return (
    <div class="setting setting-tall" role="alert">
      <div class="setting-words">
        <p>{setAside({ count })}</p>
        <ProblemText problem={problem} />
      </div>
      <div class="buttons">
        <button type="button" class="button button-trouble" onClick={() => void press()}>
          {deleteThem({ count })}
        </button>
      </div>
    </div>
  );
}
