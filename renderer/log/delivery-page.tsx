import { useEffect, useState } from "preact/hooks";
import type { DeliveryDetail } from "../../common/delivery.ts";
import type { Answer } from "../../common/ipc.ts";
import { problem } from "../../common/problems.ts";
import { words } from "../../common/words/page.ts";
import { Failed } from "../parts/failed.tsx";
import { Skeleton } from "../parts/skeleton.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { Body } from "./body.tsx";
import { DeliveryActions } from "./delivery-actions.tsx";
import { DeliveryFacts, Headers } from "./delivery-facts.tsx";

interface Props {
  readonly state: PageState;
  readonly view: ViewSignals;
  readonly seq: number;
}

/** One delivery: what it was worth, and what came over the wire. */
export function DeliveryPage({ state, view, seq }: Props) {
  const [answer, setAnswer] = useState<Answer<DeliveryDetail | null> | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let left = false;
    setAnswer(null);
    void state.ask.deliveries.get(seq).then((came) => {
      if (!left) setAnswer(came);
    });
    return () => {
      left = true;
    };
  }, [seq, tries]);

  const known = state.log.lines.value?.find((line) => line.seq === seq);
  const detail = answer?.ok ? answer.value : null;
  const taken = detail?.verdict === "refused" ? null : detail;
  const gone = answer?.ok && !detail;
  const line = detail ?? known;
  return (
    <>
      <main class="content" aria-busy={!answer}>
        {line && !gone && <DeliveryFacts line={line} now={view.now.value} format={view.format.value} />}
        {!answer && <Skeleton rows={4} />}
        {answer && !answer.ok && <Failed problem={answer.error} again={() => setTries(tries + 1)} />}
        {gone && <Failed problem={problem("delivery-gone")} />}
        {detail?.verdict === "refused" && <p class="soft">{words.delivery.refused}</p>}
        {taken && (
          <>
            <Body body={taken.body} />
            <Headers headers={taken.headers} />
          </>
        )}
      </main>
      {taken && (
        <DeliveryActions
          replay={taken.reason?.code === "unsigned" ? null : () => state.ask.deliveries.replay(seq)}
          copyAsCurl={() => state.ask.deliveries.copyAsCurl(seq)}
          say={state.say}
        />
      )}
    </>
  );
}
