import { useEffect } from "preact/hooks";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";

/** A notification may be of another day than today: then the booking is shown by itself. */
export function useUnknownReveal(state: PageState, view: ViewSignals): void {
  const wanted = state.revealing.value;
  const items = view.agenda.value.items;
  useEffect(() => {
    if (wanted === null || items.some((item) => item.booking.id === wanted)) return;
    state.revealing.value = null;
    state.go({ name: "booking", id: wanted, from: { name: "today" } });
  }, [wanted]);
}
