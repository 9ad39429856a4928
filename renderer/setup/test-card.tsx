import { Rocket } from "lucide-preact";
import { useEffect, useRef } from "preact/hooks";
import { words } from "../../common/words/page.ts";
import { Outcome } from "../parts/outcome.tsx";
import { ProblemText } from "../parts/problem-text.tsx";
import { useAct } from "../parts/use-act.ts";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { secondsOf } from "../text/seconds.ts";
import { isConnected, isProven, isReached } from "./progress.ts";
import { SetupCard } from "./setup-card.tsx";

interface Props {
  readonly state: PageState;
  readonly view: ViewSignals;
  readonly done: () => void;
}

const text = words.setup.test;

/** A test booking goes the whole way, by itself once there is one; at its end the first run is done. */
export function TestCard({ state, view, done }: Props) {
  const { problem, act } = useAct();
  const button = useRef<HTMLButtonElement>(null);
  const proof = view.proof.value;
  const ready = isReached(view) && isConnected(view);
  const proven = isProven(view);
  const run = () => void act(() => state.ask.proof.run());
  useEffect(() => {
    if (ready && proof === null) run();
  }, [ready]);
  const said = proven ? words.proof.works({ seconds: secondsOf(proof?.reached.window ?? 0) }) : "";
  const failed = proof?.failed?.problem ?? problem;
  useEffect(() => {
    if (said) state.say(said);
    else if (failed) state.say(words.problemWords(failed).message);
    if (said && (document.activeElement === document.body || !document.activeElement))
      button.current?.focus();
  }, [said, failed?.code]);

  if (!ready) return <SetupCard icon={Rocket} state="waiting" title={text.title} text={text.text} />;
  return (
    <SetupCard
      icon={Rocket}
      state={proven ? "done" : failed ? "trouble" : "open"}
      title={text.title}
      text={proven || failed ? "" : words.proof.running}
    >
      <Outcome text={said} />
      <ProblemText problem={failed} />
      {(proven || failed) && (
        <div class="buttons">
          {failed && (
            <button type="button" class="button button-main button-big" onClick={run}>
              {text.again}
            </button>
          )}
          <button
            type="button"
            ref={button}
            class={proven ? "button button-main button-big" : "button button-big"}
            onClick={done}
          >
            {words.setup.done}
          </button>
        </div>
      )}
    </SetupCard>
  );
}
