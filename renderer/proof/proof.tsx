import { useEffect } from "preact/hooks";
import type { ProofView } from "../../common/tunnel.ts";
import { words } from "../../common/words/page.ts";
import { Outcome } from "../parts/outcome.tsx";
import { ProblemText } from "../parts/problem-text.tsx";
import { useAct } from "../parts/use-act.ts";
import { usePrevious } from "../parts/use-previous.ts";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { secondsOf } from "../text/seconds.ts";
import { ProofSteps } from "./proof-steps.tsx";

interface Props {
  readonly state: PageState;
  readonly view: ViewSignals;
  /** It is sent as soon as this is shown. */
  readonly atOnce?: boolean;
}

/** Sends a test booking the whole way and ticks off each step. */
export function Proof({ state, view, atOnce = false }: Props) {
  const { problem, act } = useAct();
  const proof = view.proof.value;
  const running = proof !== null && !proof.failed && proof.reached.window === undefined;
  const run = () => {
    if (!running) void act(() => state.ask.proof.run());
  };
  useEffect(() => {
    if (atOnce) run();
  }, []);
  const outcome = outcomeOf(proof);
  const before = usePrevious(outcome);
  useEffect(() => {
    if (before !== undefined && outcome !== before) state.say(outcome);
  }, [outcome]);

  return (
    <section class="proof" aria-label={words.proof.title}>
      <p class="soft">{words.proof.intro}</p>
      <ProofSteps proof={proof} />
      <Outcome text={proof?.failed ? "" : outcome} />
      <ProblemText problem={problem} />
      <button type="button" class="button button-main button-wide" aria-disabled={running} onClick={run}>
        {running ? words.proof.running : proof ? words.proof.again : words.proof.run}
      </button>
    </section>
  );
}

/** How it ended, in a sentence; empty until it has. */
function outcomeOf(proof: ProofView | null): string {
  if (proof?.failed) {
    const { message, remedy } = words.problemWords(proof.failed.problem);
    return `${message} ${remedy}`;
  }
  const shown = proof?.reached.window;
  return shown === undefined ? "" : words.proof.works({ seconds: secondsOf(shown) });
}
