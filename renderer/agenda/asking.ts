import type { Booking } from "../../common/booking.ts";
import { type BookingAction, hostActionsOf } from "../../common/host-actions.ts";
import { type SourceName, serviceOf } from "../../common/sources.ts";
import { words } from "../../common/words/page.ts";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import type { Asking, Elsewhere } from "./use-acts.ts";

/** Whose key answers; what a Zap forwards is Timekit's. */
const keyOf = (source: SourceName) => (source === "zapier" ? "timekit" : source);

/** What the page has for asking about a booking: of services that are connected. */
export function askingOf({ ask, say, wanted, go }: PageState, view: ViewSignals): Asking {
  const stateOf = (booking: Booking) => view[keyOf(serviceOf(booking))].value.state;
  const actionsOf = (booking: Booking): readonly BookingAction[] =>
    stateOf(booking) === "on" ? hostActionsOf(booking) : [];
  function elsewhere(booking: Booking): Elsewhere | null {
    const state = stateOf(booking);
    const isOffered = booking.status === "asked" && hostActionsOf(booking).includes("confirm");
    if (!isOffered || state === "on" || state === "checking") return null;
    const name = keyOf(serviceOf(booking));
    return {
      service: words.sources[name],
      // Without a key nobody knows on which server one of Cal.com's is.
      hasPage: name === "timekit",
      connect: () => go({ name, from: "today" }),
    };
  }
  return { ask: ask.bookings, actionsOf, elsewhere, say, wanted, confirming: view.confirming };
}
