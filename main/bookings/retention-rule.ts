import type { SettingsView } from "../../common/settings.ts";

/** For how many days what is over is kept; 0 = for good. */
export type Keep = Pick<SettingsView, "keepDeliveriesDays" | "keepBookingsDays">;

/** What is older than these instants is removed; null keeps all. */
export interface Cutoffs {
  readonly deliveries: number | null;
  /** By the end of a booking; one without a time, by its last change. */
  readonly bookings: number | null;
  /** By the end of a gap. */
  readonly gaps: number;
}

/** What is known of the time; epoch milliseconds. */
export interface Instants {
  /** The computer's clock, which may be wrong by years. */
  readonly clock: number;
  /** The newest instant that Timekit has named in a delivery; null = there was none. */
  readonly newest: number | null;
  /** What the last run went by; null before the first. */
  readonly last: number | null;
}

const day = 86_400_000;

/**
 * The instant by which this run tells what is old: never later than Timekit has been heard to name, and never more than
 * a day beyond the last run, so that a clock that is wrong once removes nothing that was not due anyhow. After
 * two months without a run it takes sixty runs to catch up. Null: nothing is known, so nothing is old.
 */
export function goesBy({ clock, newest, last }: Instants): number | null {
  if (newest === null) return null;
  return Math.min(clock, newest, last === null ? Number.POSITIVE_INFINITY : last + day);
}

/** What is no longer wanted, told by the instant `at`. Where the deliveries are kept for good, gaps are for a year. */
export function cutoffsOf({ keepDeliveriesDays, keepBookingsDays }: Keep, at: number): Cutoffs {
  return {
    deliveries: keepDeliveriesDays === 0 ? null : at - keepDeliveriesDays * day,
    bookings: keepBookingsDays === 0 ? null : at - keepBookingsDays * day,
    gaps: at - (keepDeliveriesDays || 365) * day,
  };
}
