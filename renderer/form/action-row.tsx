import { useRef, useState } from "preact/hooks";
import type { Answer } from "../../common/ipc.ts";
import type { Problem } from "../../common/problems.ts";
import { Outcome } from "../parts/outcome.tsx";
import { ProblemText } from "../parts/problem-text.tsx";
import { problemOf } from "../state/answer.ts";

export interface Action {
  readonly label: string;
  /** For who does not see the words beside the button. */
  readonly name: string;
  /** What came of it, in words; empty when the user changed their mind. */
  readonly run: () => Promise<Answer<string>>;
}

interface Props {
  readonly name: string;
  readonly help: string;
  /** What is in the way, whether or not a button was pressed. */
  readonly problem?: Problem | null;
  readonly say: (text: string) => void;
  readonly actions: readonly Action[];
}

/** Buttons that do something at once, and what came of it in place. */
export function ActionRow({ name, help, problem, say, actions }: Props) {
  // Main asks where to save meanwhile: one question at a time.
  const busy = useRef(false);
  const [outcome, setOutcome] = useState("");
  const [refused, setRefused] = useState<Problem | null>(null);

  async function press({ run }: Action) {
    if (busy.current) return;
    busy.current = true;
    const answer = await run();
    busy.current = false;
    setRefused(problemOf(answer));
    setOutcome(answer.ok ? answer.value : "");
    if (answer.ok) say(answer.value);
  }

  return (
    <div class="setting">
      <div class="setting-words">
        <p class="setting-name">{name}</p>
        {help && <p class="help">{help}</p>}
        <Outcome text={outcome} />
        <ProblemText problem={refused ?? problem ?? null} />
      </div>
      <div class="buttons">
        {actions.map((action) => (
          <button
            key={action.name}
            type="button"
            class="button"
            aria-label={action.name}
            onClick={() => void press(action)}
          >
            {action.label}
          </button>
        ))}
      </div>
    </div>
  );
}
