import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import type { Asking } from "./booking-actions.tsx";

/** What the page has for asking about a booking. */
export const askingOf = ({ ask, say }: PageState, { timekit }: ViewSignals): Asking => ({
  ask: ask.bookings,
  connected: timekit.value.state === "on",
  say,
});
