import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import type { Agenda, AgendaItem } from "../../../common/agenda.ts";
import type { Booking } from "../../../common/booking.ts";
import type { Change } from "../../../common/change.ts";
import type { BookingDetail } from "../../../common/found.ts";
import type { Project } from "../../../common/policy.ts";
import { takesPlace } from "../../../common/status.ts";
import type { Resource } from "../../../common/timekit.ts";
import { agendaOf, dayOf, dayOfDate, type LocalDay, listed, localDay } from "../../bookings/agenda.ts";
import { bookingOf, type Known, undatedEnd } from "../../bookings/facts.ts";
import { isOf } from "../../bookings/resource.ts";
import { apartMs } from "../../bookings/whole-days.ts";
import { transaction } from "../engine/transaction.ts";
import { createBookingRows, knownOf, longMs } from "./bookings.ts";
import { statusIs } from "./status-is.ts";

/**
 * How an alert ended: shown, or why nobody was told. `seen` = it could not be shown, and was looked at in the window;
 * `paired` = told with the other half of a reschedule. `past`, `ignored` and `paired` are nothing to look at either.
 * Bookbell 0.1.0 also gave up, as `failed`.
 */
export type Outcome = "shown" | "paused" | "quiet" | "past" | "ignored" | "seen" | "paired";

/** An alert that is owed: nobody has been told of this change yet. */
export interface OwedAlert {
  /** The change it is for. */
  readonly seq: number;
  readonly change: Change;
  /** When the change was kept, epoch milliseconds. */
  readonly at: number;
  /** It could not be shown so far. */
  readonly tried: boolean;
  /** As it is now, which may be newer than the change. */
  readonly booking: Booking;
}

/** How the alert of a change ended, and when, epoch milliseconds. */
export interface Settled {
  readonly seq: number;
  readonly outcome: Outcome;
  readonly at: number;
}

interface AlertRow {
  readonly seq: number;
  readonly at: number;
  readonly tried_at: number | null;
  readonly detail: string;
  readonly known: string;
}

/** What `alertsOf` reads; the question has to name `change`, `alert` and `booking`. */
export const alertColumns = "change.seq, change.at, change.detail, alert.tried_at, booking.known";

export const alertsOf = (rows: readonly unknown[]): OwedAlert[] =>
  (rows as AlertRow[]).map(({ seq, at, tried_at, detail, known }) => ({
    seq,
    at,
    tried: tried_at !== null,
    change: JSON.parse(detail),
    booking: bookingOf(JSON.parse(known)),
  }));

/** What the schedule and the outbox ask. */
export function createSchedule(database: Database) {
  // Bounded below by the longest booking, so that the index is read for a few days and not for all the past; what is
  // longer still has an index of its own.
  const between = database.prepare(
    `SELECT known FROM booking WHERE start_at < ?1 AND end_at >= ?2
       AND start_at >= ?2 - (SELECT value FROM meta WHERE key = 'longest') AND end_at - start_at <= ${longMs}
     UNION ALL SELECT known FROM booking WHERE end_at - start_at > ${longMs} AND end_at >= ?2 AND start_at < ?1`,
  );
  const unsure = database.prepare(
    `SELECT known FROM booking WHERE updated_at > ?2
     UNION SELECT known FROM booking WHERE start_at > ?1 AND known ->> '$.told.standing.revision' >= '${undatedEnd}'
     LIMIT 50`,
  );
  const { find } = createBookingRows(database);
  // Those of whole days may begin later here than their row says.
  const coming = database.prepare(
    `SELECT start_at, known FROM booking WHERE start_at >= ?1 - ${2 * apartMs}
       AND (start_at >= ?1 OR known ->> '$.told.times.value.allDay' <> 0)
       AND ${statusIs(takesPlace)} ORDER BY start_at`,
  );
  const projects = database.prepare(
    `SELECT known ->> '$.told.project.value.id' AS id, max(known ->> '$.told.project.value.name') AS name
       FROM (SELECT known FROM booking ORDER BY pk DESC LIMIT 1000)
       WHERE id IS NOT NULL AND id <> '' GROUP BY id ORDER BY name LIMIT 50`,
  );
  const history = database.prepare("SELECT at, detail FROM change WHERE booking_id = ? ORDER BY seq");
  const any = database.prepare("SELECT 1 FROM booking LIMIT 1");
  const owed = database.prepare(
    `SELECT ${alertColumns} FROM alert
       JOIN change ON change.seq = alert.change JOIN booking ON booking.id = change.booking_id
       WHERE alert.outcome IS NULL ORDER BY change.seq`,
  );
  const settle = database.prepare(`UPDATE alert SET outcome = ?1, settled_at = ?2,
       seen_at = CASE WHEN ?1 IN ('past', 'ignored') THEN ?2 ELSE seen_at END
       WHERE change = ?3 AND (outcome IS NULL OR outcome = 'paired')`);
  const tried = database.prepare("UPDATE alert SET tried_at = ? WHERE change = ?");

  const within = (start: number, end: number): Known[] => knownOf(between.all(end, start));
  const ofDay = ({ start, end }: LocalDay, resource: Resource | null) =>
    within(start, end).filter((known) => isOf(resource, bookingOf(known)));
  const hasAny = (): boolean => any.get() !== undefined;

  function firstAfter(date: string, zone: string): Booking | null {
    const { end } = dayOfDate(date, zone);
    let first: { booking: Booking; start: number } | null = null;
    for (const row of coming.iterate(end) as Iterable<{ start_at: number; known: string }>) {
      if (first && row.start_at >= first.start) break;
      const booking = bookingOf(JSON.parse(row.known));
      const start = booking.allDay ? dayOfDate(booking.allDay.first, zone).start : row.start_at;
      if (start >= end && (!first || start < first.start)) first = { booking, start };
    }
    return first?.booking ?? null;
  }

  return {
    /** Bookings that overlap a span, in no order; of whole days also such as do so elsewhere only. */
    between: within,
    /**
     * Bookings whose latest word may hide others: it is dated after an instant, or it ends what is still to come and has
     * no date. At most 50, in no order.
     */
    unsure: (now: number, datedAfter: number): Known[] => knownOf(unsure.all(now, datedAfter)),
    /** The first booking that takes place of those that begin after a day of `zone`. */
    firstAfter,
    /** The agenda of `now`: made here, so that no more of a long day than its list shows leaves the store's thread. */
    today(now: number, zone: string, resource: Resource | null): Agenda {
      const day = localDay(now, zone);
      const after = firstAfter(day.date, zone);
      const rest = { afterToday: after && listed(after), everReceived: hasAny() };
      return agendaOf(ofDay(day, resource), rest, now, zone);
    },
    /** All of a day such as "2026-11-23". @throws RangeError when there is no such date */
    day(date: string, now: number, zone: string, resource: Resource | null): AgendaItem[] {
      const day = dayOfDate(date, zone);
      return dayOf(ofDay(day, resource), day, now, localDay(now, zone).date);
    },
    booking(id: string): Booking | null {
      const known = find(id);
      return known ? bookingOf(known) : null;
    },
    /** Those of the latest bookings, by name. */
    projects: (): Project[] => (projects.all() as unknown as Project[]).map((row) => ({ ...row })),
    /** What happened to a booking, oldest first. */
    history: (id: string): BookingDetail["history"] =>
      (history.all(id) as { at: number; detail: string }[]).map(({ at, detail }) => ({
        at,
        change: JSON.parse(detail),
      })),
    hasAny,
    owedAlerts: (): OwedAlert[] => alertsOf(owed.all()),
    /** They could not be shown, and stay owed; in one transaction. */
    triedAlerts: (seqs: readonly number[], at: number): void =>
      transaction(database, () => {
        for (const seq of seqs) tried.run(at, seq);
      }),
    /** What has ended otherwise before stays so; in one transaction. */
    settleAlerts: (settled: readonly Settled[]): void =>
      transaction(database, () => {
        for (const { seq, outcome, at } of settled) settle.run(outcome, at, seq);
      }),
  };
}
