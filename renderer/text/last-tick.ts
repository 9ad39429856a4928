import type { Booking } from "../../common/booking.ts";

const minute = 60_000;

/**
 * The latest instant, `now` or before it, at which a clock moved on to another minute, or the whole minutes to a booking's
 * start or end did: whatever is said of it in minutes is the same then as now.
 */
export function lastTick({ start, end }: Pick<Booking, "start" | "end">, now: number): number {
  const tickOf = (at: number) => at - Math.ceil((at - now) / minute) * minute;
  return Math.max(...[0, start ?? 0, end ?? 0].map(tickOf));
}
