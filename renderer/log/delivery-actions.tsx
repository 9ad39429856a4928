import { RotateCw } from "lucide-preact";
import { useId, useRef, useState } from "preact/hooks";
import type { Problem } from "../../common/problems.ts";
import { CopyButton } from "../parts/copy-button.tsx";
import { Outcome } from "../parts/outcome.tsx";
import { ProblemText } from "../parts/problem-text.tsx";
import type { PageState } from "../state/create-state.ts";
import { words } from "../words.ts";

/** What can be done with a delivery, always in reach, and what came of it. */
export function DeliveryActions({ state, seq }: { state: PageState; seq: number }) {
  const id = useId();
  const busy = useRef(false);
  const [outcome, setOutcome] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);

  async function replay() {
    if (busy.current) return;
    busy.current = true;
    const answer = await state.ask.deliveries.replay(seq);
    busy.current = false;
    const came = answer.ok ? words.delivery.replayed[answer.value] : "";
    setProblem(answer.ok ? null : answer.error);
    setOutcome(came);
    state.say(came);
  }

  async function copy() {
    const answer = await state.ask.deliveries.copyAsCurl(seq);
    setProblem(answer.ok ? null : answer.error);
    if (answer.ok) state.say(words.delivery.copySaid);
    return answer.ok;
  }

  return (
    <footer class="actions">
      <Outcome text={outcome} />
      <ProblemText problem={problem} />
      <div class="buttons">
        <button type="button" class="button" onClick={() => void replay()}>
          <RotateCw class="icon" aria-hidden="true" />
          {words.delivery.replay}
        </button>
        <CopyButton label={words.delivery.copy} done={words.delivery.copied} copy={copy} describedBy={id} />
      </div>
      <p class="help" id={id}>
        {words.delivery.copyHelp}
      </p>
    </footer>
  );
}
