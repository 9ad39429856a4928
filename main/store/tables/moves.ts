import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import type { Move } from "../../../common/agenda.ts";
import type { Booking, Party } from "../../../common/booking.ts";
import type { Change } from "../../../common/change.ts";
import { isGivenUp, isOff, takesPlace } from "../../../common/status.ts";
import { bookingOf } from "../../bookings/facts.ts";
import { createBookingRows } from "./bookings.ts";

/** A booking that is moved more often tells of its next times by itself. */
const mostHops = 10;

/** Finds when a booking was to take place before, or takes place now. */
export function createMoves(database: Database): (booking: Booking) => Move | null {
  const { find } = createBookingRows(database);
  const next = database.prepare("SELECT moved_to FROM booking WHERE id = ?");
  const before = database.prepare(
    "SELECT id FROM booking WHERE moved_to = ? ORDER BY updated_at DESC, id LIMIT 1",
  );
  const own = database.prepare(
    "SELECT detail FROM change WHERE booking_id = ? AND kind = 'moved' ORDER BY seq DESC LIMIT 1",
  );

  const nextOf = (id: string) => (next.get(id) as { moved_to: string | null } | undefined)?.moved_to ?? null;

  /** It may have been moved on since. */
  function to({ id, by }: Booking): Move | null {
    let at = nextOf(id);
    for (let hop = 0; at !== null && hop < mostHops; hop++) {
      const known = find(at);
      const booking = known && bookingOf(known);
      if (booking && takesPlace(booking)) return moveOf("to", booking, by);
      at = booking && isGivenUp(booking) ? nextOf(at) : null;
    }
    return null;
  }

  function from(booking: Booking): Move | null {
    const old = before.get(booking.id) as { id: string } | undefined;
    const known = old && find(old.id);
    const half = known && bookingOf(known);
    if (half) return moveOf("from", half, half.by);
    const row = own.get(booking.id) as { detail: string } | undefined;
    const span = row ? (JSON.parse(row.detail) as Change).from : null;
    if (!span || span.start === booking.start) return null;
    return { way: "from", id: booking.id, start: span.start, allDay: span.allDay ?? false, by: null };
  }

  return (booking) => {
    if (isOff(booking)) return isGivenUp(booking) ? to(booking) : null;
    return takesPlace(booking) ? from(booking) : null;
  };
}

const moveOf = (way: Move["way"], { id, start, allDay }: Booking, by: Party): Move | null =>
  start === null ? null : { way, id, start, allDay, by };
