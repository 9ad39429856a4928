import type { Booking } from "../../common/booking.ts";
import { type BookingAction, hostActionsOf } from "../../common/host-actions.ts";
import { serviceOf } from "../../common/sources.ts";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import type { Asking } from "./use-acts.ts";

/** What the page has for asking about a booking: of services that are connected. */
export function askingOf({ ask, say, joining }: PageState, view: ViewSignals): Asking {
  const { timekit, calcom, calendly } = view;
  const connections = { timekit, zapier: timekit, calcom, calendly };
  const actionsOf = (booking: Booking): readonly BookingAction[] =>
    connections[serviceOf(booking)].value.state === "on" ? hostActionsOf(booking) : [];
  return { ask: ask.bookings, actionsOf, say, joining };
}
