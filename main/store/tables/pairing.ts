import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import type { Change } from "../../../common/change.ts";
import { isGivenUp, isOn } from "../../../common/status.ts";
import { moveOf } from "../../bookings/change.ts";
import { bookingOf, type Known, updatedAt } from "../../bookings/facts.ts";
import { isReschedule, rescheduleSlack, rescheduleWithin, waitsForNew } from "../../bookings/reschedule.ts";
import { knownOf } from "./bookings.ts";
import { statusIs } from "./status-is.ts";

/** Finds the other half of a reschedule among the stored bookings; each half is paired once. */
export function createPairing(database: Database) {
  // The index leaves out bookings without an address, so the question must, too, or it is not used.
  const givenUp = database.prepare(
    `SELECT known FROM booking WHERE email = ? AND email <> '' AND ${statusIs(isGivenUp)} AND moved_to IS NULL
       AND updated_at BETWEEN ? AND ? ORDER BY updated_at DESC LIMIT 20`,
  );
  const made = database.prepare(
    `SELECT known FROM booking AS fresh WHERE email = ? AND email <> '' AND ${statusIs(isOn)}
       AND created_at BETWEEN ? AND ? AND NOT EXISTS (SELECT 1 FROM booking WHERE moved_to = fresh.id)
       ORDER BY created_at LIMIT 20`,
  );
  const link = database.prepare("UPDATE booking SET moved_to = ? WHERE id = ?");
  // Not told yet, it need not be; told, it is nothing to look at any more.
  const tellWithOther = database.prepare(
    `UPDATE alert SET outcome = coalesce(outcome, 'paired'), settled_at = coalesce(settled_at, ?1),
       seen_at = coalesce(seen_at, ?1) WHERE change = (SELECT max(seq) FROM change
         WHERE booking_id = ?2 AND kind IN ('moved', 'cancelled', 'new', 'asked', 'held'))`,
  );

  /** The new booking of the one given up, or the other way round, if there is one. */
  function otherHalfOf(change: Change, known: Known): { old: Known; fresh: Known } | null {
    const booking = bookingOf(known);
    const email = booking.customer?.email.toLowerCase();
    const madeAt = known.facts.createdAt?.value;
    if (!email) return null;
    if (change.kind === "new" || change.kind === "asked" || change.kind === "held") {
      if (madeAt === undefined) return null;
      const from = madeAt - rescheduleWithin.moved;
      const old = knownOf(givenUp.all(email, from, madeAt + rescheduleSlack)).find((one) =>
        isReschedule(one, known),
      );
      return old ? { old, fresh: known } : null;
    }
    const within = waitsForNew(booking);
    if (within === null || change.kind !== booking.status) return null;
    const at = updatedAt(known);
    const fresh = knownOf(made.all(email, at - rescheduleSlack, at + within)).find((one) =>
      isReschedule(known, one),
    );
    return fresh ? { old: known, fresh } : null;
  }

  return {
    /**
     * The change told as one move, when the booking it happened to is half of one; else null. The other half is then
     * told with it, unless it was before. `at` = when it was received, epoch milliseconds.
     */
    asMove(change: Change, known: Known, at: number): Change | null {
      const pair = otherHalfOf(change, known);
      if (!pair) return null;
      const { old, fresh } = pair;
      link.run(fresh.id, old.id);
      const [before, after] = [bookingOf(old), bookingOf(fresh)];
      // Else the user may want to be told of the one and not of the other.
      if (before.host?.id === after.host?.id && before.project?.id === after.project?.id)
        tellWithOther.run(at, known === old ? fresh.id : old.id);
      return moveOf(before, after, known === old ? "old" : "fresh");
    },
  };
}
