import { RotateCw } from "lucide-preact";
import { useId, useRef, useState } from "preact/hooks";
import type { Answered } from "../../common/delivery.ts";
import type { Answer } from "../../common/ipc.ts";
import type { Problem } from "../../common/problems.ts";
import { words } from "../../common/words/page.ts";
import { CopyButton } from "../parts/copy-button.tsx";
import { Outcome } from "../parts/outcome.tsx";
import { ProblemText } from "../parts/problem-text.tsx";
import { problemOf } from "../state/answer.ts";

interface Props {
  /** Null for what nobody known has signed: it must not be believed on a click. */
  readonly replay: (() => Promise<Answer<Answered>>) | null;
  readonly copyAsCurl: () => Promise<Answer<unknown>>;
  readonly say: (text: string) => void;
}

/** What can be done with a delivery, always in reach, and what came of it. */
export function DeliveryActions({ replay, copyAsCurl, say }: Props) {
  const id = useId();
  const busy = useRef(false);
  const [outcome, setOutcome] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);

  async function again() {
    if (busy.current || !replay) return;
    busy.current = true;
    const answer = await replay();
    busy.current = false;
    const came = answer.ok ? words.delivery.replayed[answer.value] : "";
    setProblem(problemOf(answer));
    setOutcome(came);
    say(came);
  }

  async function copy() {
    const answer = await copyAsCurl();
    setProblem(problemOf(answer));
    if (answer.ok) say(words.delivery.copySaid);
    return answer;
  }

  return (
    <footer class="actions">
      <Outcome text={outcome} />
      <ProblemText problem={problem} />
      <div class="buttons">
        {replay && (
          <button type="button" class="button" onClick={() => void again()}>
            <RotateCw class="icon" aria-hidden="true" />
            {words.delivery.replay}
          </button>
        )}
        <CopyButton label={words.delivery.copy} done={words.delivery.copied} copy={copy} describedBy={id} />
      </div>
      <p class="help" id={id}>
        {words.delivery.copyHelp}
      </p>
    </footer>
  );
}
