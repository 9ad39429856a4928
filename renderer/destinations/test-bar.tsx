import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { DestinationView, Tested } from "../../common/destination-view.ts";
import type { Answer } from "../../common/ipc.ts";
import { words } from "../../common/words/page.ts";
import { Outcome } from "../parts/outcome.tsx";
import { ProblemText } from "../parts/problem-text.tsx";
import { useAct } from "../parts/use-act.ts";

interface Props {
  readonly destination: Pick<DestinationView, "label" | "host">;
  readonly test: () => Promise<Answer<Tested>>;
  readonly say: (text: string) => void;
  /** How often what it tries has been saved: to try it comes next, so it takes the focus. */
  readonly saves?: number;
  /** Further buttons. */
  readonly children?: ComponentChildren;
}

/** The button that sends a marked message at once, and what came of it. */
export function TestBar({ destination: { label, host }, test, say, saves = 0, children }: Props) {
  const { busy, problem, act } = useAct();
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (saves > 0) button.current?.focus();
  }, [saves]);
  const [tested, setTested] = useState<Tested | null>(null);
  const took = words.destinations.tested({ host });

  async function send() {
    setTested(null);
    const answer = await act(test);
    if (!answer?.ok) return;
    setTested(answer.value);
    if (answer.value.ok) say(took);
  }

  return (
    <>
      <Outcome text={tested?.ok ? took : ""} />
      <ProblemText problem={tested?.ok === false ? tested.why : problem} />
      <div class="buttons">
        <button
          type="button"
          class="button"
          ref={button}
          aria-label={words.destinations.testTo({ label })}
          aria-disabled={busy}
          onClick={() => void send()}
        >
          {busy ? words.destinations.testing : words.destinations.test}
        </button>
        {children}
      </div>
    </>
  );
}
