import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import { transaction } from "../engine/transaction.ts";

/**
 * How a reminder ended (0.1.0 also gave up, as `failed`); `withdrawn` = shown, then taken back because the booking is no
 * longer at that time; `joined` = the meeting was joined, so that nothing is left to remind of.
 */
export type ReminderOutcome = "shown" | "paused" | "withdrawn" | "joined";

/** A reminder of a booking at one start: a lead time before it or the end of a snooze. Epoch milliseconds. */
export interface ReminderKey {
  readonly bookingId: string;
  readonly start: number;
  readonly due: number;
}

export interface KeptReminder extends ReminderKey {
  readonly seq: number;
  /** Null = a snooze that still runs, or one that could not be shown or resolved. */
  readonly outcome: ReminderOutcome | null;
}

/** What was reminded of, and what is still to be. They go with their booking. */
export function createReminderRows(database: Database) {
  const among = database.prepare(
    `SELECT seq, booking_id AS bookingId, start_at AS start, due_at AS due, outcome FROM reminder
       WHERE start_at >= ? AND start_at < ?`,
  );
  const insert = database.prepare(
    `INSERT INTO reminder(booking_id, start_at, due_at) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET outcome = NULL RETURNING seq`,
  );
  const dropOpen = database.prepare("DELETE FROM reminder WHERE booking_id = ? AND outcome IS NULL");
  const resolve = database.prepare("UPDATE reminder SET outcome = ? WHERE seq = ?");

  const enqueue = ({ bookingId, start, due }: ReminderKey): number =>
    (insert.get(bookingId, start, due) as { seq: number }).seq;

  return {
    /** Those of starts in that span, in no order. */
    between: (from: number, to: number): KeptReminder[] =>
      (among.all(from, to) as unknown as KeptReminder[]).map((row) => ({ ...row })),
    /** Keeps that it is to be shown, before it is. @returns its number, never used again. */
    enqueue,
    resolve: (seq: number, outcome: ReminderOutcome): void => void resolve.run(outcome, seq),
    /** Takes the place of a snooze that still runs. */
    snooze: (key: ReminderKey): void =>
      transaction(database, () => {
        dropOpen.run(key.bookingId);
        enqueue(key);
      }),
  };
}
