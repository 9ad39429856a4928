import { useEffect } from "preact/hooks";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";

/** Tells main that a new proof has been painted, which a hidden window never does. */
export function useProofSeen(state: PageState, view: ViewSignals): void {
  const proof = view.proof.value;
  const shown = proof && proof.reached.notification !== undefined && proof.reached.window === undefined;
  const mark = shown && !proof.failed ? proof.mark : null;
  useEffect(() => {
    if (mark === null) return;
    // The first frame is the one that paints what has changed; when the second begins, it has.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => void state.ask.proof.seen(mark));
    });
    return () => cancelAnimationFrame(frame);
  }, [mark]);
}
