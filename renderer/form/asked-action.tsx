import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Answer } from "../../common/ipc.ts";
import { words } from "../../common/words/page.ts";
import { ProblemText } from "../parts/problem-text.tsx";
import { useAct } from "../parts/use-act.ts";
import { usePrevious } from "../parts/use-previous.ts";
import { Confirm } from "./confirm.tsx";

interface Props {
  readonly name: string;
  readonly help: string;
  readonly action: string;
  /** For who does not see the words beside the button. */
  readonly actionName: string;
  /** What is asked before it is done. */
  readonly sure: string;
  readonly act: () => Promise<Answer<unknown>>;
  readonly done: () => void;
}

/** Something that is done after a question, in place. */
export function AskedAction({ name, help, action, actionName, sure, act: ask, done }: Props) {
  const [asking, setAsking] = useState(false);
  const { problem, act } = useAct();
  const button = useRef<HTMLButtonElement>(null);
  const before = usePrevious(asking);
  // What had the focus is gone with the question.
  useLayoutEffect(() => {
    if (!asking && before) button.current?.focus();
  }, [asking]);

  async function yes() {
    const answer = await act(ask);
    setAsking(false);
    if (answer?.ok) done();
  }

  return (
    <>
      <div class="setting">
        <div class="setting-words">
          <p class="setting-name">{name}</p>
          <p class="help">{help}</p>
          <ProblemText problem={problem} />
        </div>
        {!asking && (
          <button
            type="button"
            class="button"
            aria-label={actionName}
            ref={button}
            onClick={() => setAsking(true)}
          >
            {action}
          </button>
        )}
      </div>
      {asking && (
        <Confirm action={action} cancel={words.secret.cancel} yes={yes} no={() => setAsking(false)}>
          {sure}
        </Confirm>
      )}
    </>
  );
}
