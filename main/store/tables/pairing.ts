import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import type { Change } from "../../../common/change.ts";
import { isGivenUp, isOn, takesPlace } from "../../../common/status.ts";
import { moveOf } from "../../bookings/change.ts";
import { bookingOf, type Known, updatedAt } from "../../bookings/facts.ts";
import { isReschedule, rescheduleSlack, rescheduleWithin, waitsForNew } from "../../bookings/reschedule.ts";
import { knownOf } from "./bookings.ts";
import type { Linked } from "./links.ts";
import { statusIs } from "./status-is.ts";

/** A booking's move, and the bookings that nobody is told of with it. */
export interface LinkedMove {
  readonly move: Change;
  /** Old ones of another host or project, of whose end nothing else tells; each with its own side of the move. */
  readonly apart: readonly { readonly id: string; readonly change: Change }[];
}

/** Finds the other half of a reschedule among the stored bookings; each half is paired once. */
export function createPairing(database: Database) {
  // The index leaves out bookings without an address, so the question must, too, or it is not used.
  const givenUp = database.prepare(
    `SELECT known FROM booking WHERE email = ? AND email <> '' AND ${statusIs(isGivenUp)} AND moved_to IS NULL
       AND updated_at BETWEEN ? AND ? ORDER BY updated_at DESC LIMIT 20`,
  );
  const made = database.prepare(
    `SELECT known FROM booking AS fresh WHERE email = ? AND email <> '' AND ${statusIs(isOn)} AND replaces IS NULL
       AND created_at BETWEEN ? AND ? AND NOT EXISTS (SELECT 1 FROM booking WHERE moved_to = fresh.id)
       ORDER BY created_at LIMIT 20`,
  );
  const link = database.prepare("UPDATE booking SET moved_to = ? WHERE id = ?");
  // Not told yet, it need not be; told, it is nothing to look at any more.
  const tellWithOther = database.prepare(
    `UPDATE alert SET outcome = coalesce(outcome, 'paired'), settled_at = coalesce(settled_at, ?1),
       seen_at = coalesce(seen_at, ?1) WHERE change = (${newestHalf})`,
  );

  // What is on its way, or was tried, may have come.
  const sendWithOther = database.prepare(
    `DELETE FROM outgoing WHERE state = 'owed' AND tries = 0 AND change = (${newestHalf})`,
  );

  /** The other half is told with this one. */
  function together(at: number, otherId: string): void {
    tellWithOther.run(at, otherId);
    sendWithOther.run(otherId);
  }

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
     * The change told as one move, when the booking it happened to is, by all that can be guessed, half of one; else null.
     * The other half is then told with it, unless it was before. `at` = when it was received, epoch milliseconds.
     */
    asMove(change: Change, known: Known, at: number): Change | null {
      const pair = otherHalfOf(change, known);
      if (!pair) return null;
      const { old, fresh } = pair;
      link.run(fresh.id, old.id);
      if (isOfSame(old, fresh)) together(at, known === old ? fresh.id : old.id);
      return moveOf(bookingOf(old), bookingOf(fresh), known === old ? "old" : "fresh");
    },
    /** The move that a service's own link tells of since now; null when there is none to a booking that takes place. */
    ofLink({ known, replaced, replacement }: Linked, at: number): LinkedMove | null {
      const fresh = replacement ?? known;
      const old = replacement ? known : replaced[0];
      if (!old || !takesPlace(bookingOf(fresh))) return null;
      const others = replacement ? [...replaced, replacement] : replaced;
      for (const other of others) if (isOfSame(known, other)) together(at, other.id);
      return {
        move: moveOf(bookingOf(old), bookingOf(fresh), replacement ? "old" : "fresh"),
        apart: replaced.flatMap((one) =>
          isOfSame(known, one) || !takesPlace(one.facts.standing.value)
            ? []
            : [{ id: one.id, change: moveOf(bookingOf(one), bookingOf(fresh), "old") }],
        ),
      };
    },
  };
}

/** Of the booking that is the last value. */
const newestHalf = `SELECT max(seq) FROM change
  WHERE booking_id = ? AND kind IN ('moved', 'cancelled', 'new', 'asked', 'held')`;

/** Else the user may want to be told of the one and not of the other. */
function isOfSame(one: Known, other: Known): boolean {
  const [a, b] = [one.facts, other.facts];
  return a.host?.value?.id === b.host?.value?.id && a.project?.value?.id === b.project?.value?.id;
}
