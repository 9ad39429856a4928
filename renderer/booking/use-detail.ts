import type { AgendaItem } from "../../common/agenda.ts";
import type { BookingDetail } from "../../common/found.ts";
import { type Problem, problem } from "../../common/problems.ts";
import { isOver } from "../../common/status.ts";
import { useAsked } from "../parts/use-asked.ts";
import { ok } from "../state/answer.ts";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";

/** What is known of one booking. */
export interface Known {
  readonly detail: BookingDetail;
  /** The same as a row of a list has it. */
  readonly item: AgendaItem;
  /** It is kept: something can be done about it. */
  readonly kept: boolean;
}

/** Until a booking is known, this is the one that was shown before it; null while there was none, or with a problem. */
export function useDetail(state: PageState, view: ViewSignals, id: string) {
  const { answer, again } = useAsked(async () => {
    const came = await state.ask.bookings.get(id);
    return came.ok ? ok({ id, detail: came.value }) : came;
  }, [id, view.agenda.value]);
  const kept = answer?.ok ? answer.value.detail : null;
  const detail = kept ?? (answer?.ok ? madeUp(view, answer.value.id) : null);
  const none = answer && !detail ? problem("booking-gone") : null;
  const fault: Problem | null = answer && !answer.ok ? answer.error : none;
  const known: Known | null = detail && { detail, item: itemOf(detail), kept: kept !== null };
  return { known, fault, again };
}

const itemOf = ({ booking, move, join }: BookingDetail): AgendaItem => ({
  booking,
  others: booking.others.length,
  phase: "later",
  off: isOver(booking),
  clash: null,
  move,
  join,
});

/** A class of which only seats were told stands in today's list, but is no booking that is kept. */
function madeUp(view: ViewSignals, id: string): BookingDetail | null {
  const item = view.agenda.value.items.find(({ booking }) => booking.id === id);
  return item ? { booking: item.booking, history: [], clash: null, move: item.move, join: item.join } : null;
}
