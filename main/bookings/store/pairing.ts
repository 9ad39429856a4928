import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import type { Change } from "../../../common/change.ts";
import { moveOf } from "../change.ts";
import { bookingOf, type Known, updatedAt } from "../facts.ts";
import { isReschedule, rescheduleSlack, rescheduleWithin } from "../reschedule.ts";
import { knownOf } from "./keeping.ts";

/** Finds the other half of a reschedule among the stored bookings; each half is paired once. */
export function createPairing(database: Database) {
  // The index leaves out bookings without an address, so the question must, too, or it is not used.
  const givenUp = database.prepare(
    `SELECT known FROM booking WHERE email = ? AND email <> '' AND status IN ('moved', 'cancelled') AND moved_to IS NULL
       AND updated_at BETWEEN ? AND ? ORDER BY updated_at DESC LIMIT 20`,
  );
  const made = database.prepare(
    `SELECT known FROM booking AS fresh WHERE email = ? AND email <> '' AND status IN ('asked', 'held', 'confirmed')
       AND created_at BETWEEN ? AND ? AND NOT EXISTS (SELECT 1 FROM booking WHERE moved_to = fresh.id)
       ORDER BY created_at LIMIT 20`,
  );
  const link = database.prepare("UPDATE booking SET moved_to = ? WHERE id = ?");

  function paired(
    old: Known | undefined,
    fresh: Known | undefined,
    heardLast: "old" | "fresh",
  ): Change | null {
    if (!old || !fresh) return null;
    link.run(fresh.id, old.id);
    return moveOf(bookingOf(old), bookingOf(fresh), heardLast);
  }

  return {
    /** The change told as one move, when the booking it happened to is half of one; else null. */
    asMove(change: Change, known: Known): Change | null {
      const email = bookingOf(known).customer?.email.toLowerCase();
      if (!email) return null;
      if (change.kind === "new" || change.kind === "asked" || change.kind === "held") {
        const madeAt = known.told.createdAt?.value;
        if (madeAt === undefined) return null;
        const candidates = knownOf(
          givenUp.all(email, madeAt - rescheduleWithin.moved, madeAt + rescheduleSlack),
        );
        return paired(
          candidates.find((old) => isReschedule(old, known)),
          known,
          "fresh",
        );
      }
      if (change.kind !== "moved" || bookingOf(known).status !== "moved") return null;
      const at = updatedAt(known);
      const candidates = knownOf(made.all(email, at - rescheduleSlack, at + rescheduleWithin.moved));
      return paired(
        known,
        candidates.find((fresh) => isReschedule(known, fresh)),
        "old",
      );
    },
  };
}
