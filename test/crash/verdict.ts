import { expect } from "@playwright/test";
import { type Evidence, replay, storedBooking } from "./evidence.ts";
import { bookingId, type Posted, type Traffic } from "./traffic.ts";

/** Whether a body that was posted may be stored so many times. */
type Rule = (times: number, posted: Posted) => boolean;

/** Each that was acknowledged, as what is posted to Bookbell itself. */
const takenEach: Rule = (times, { sent, acknowledged }) => times >= acknowledged && times <= sent;

/** A relay takes in once what it is sent again, and hands out more than once what it had no answer for. */
export const takenOnce: Rule = (times, { sent, acknowledged }) => (times > 0 ? sent > 0 : acknowledged === 0);

/** Every acknowledged delivery is there, and each booking is as the newest one says. */
export function nothingLost(traffic: Traffic, left: Evidence, isRight = takenEach): void {
  expect(left.integrity).toBe("ok");
  const stored = new Map<string, number>();
  for (const { hash, again } of left.deliveries) stored.set(hash, (stored.get(hash) ?? 0) + 1 + again);
  const newest = new Map<number, Posted>();
  for (const posted of traffic.posted) {
    const { booking, version, sha256, sent, acknowledged } = posted;
    const times = stored.get(sha256) ?? 0;
    if (!isRight(times, posted))
      throw new Error(
        `Booking ${booking}, version ${version}: stored ${times} times, sent ${sent}, acknowledged ${acknowledged}`,
      );
    if (times > 0 && version >= (newest.get(booking)?.version ?? 0)) newest.set(booking, posted);
  }
  expect([...newest.values()].filter((posted) => !isStored(left, posted))).toEqual([]);
}

/** Of what Timekit was asked for, too, nothing is missing. */
export function allFetched({ offered }: Traffic, left: Evidence): void {
  expect(offered.filter((one) => !isStored(left, one)).map(({ booking }) => booking)).toEqual([]);
}

/** Bookings and alerts are what the stored deliveries, taken one after the other, make of them: each change once. */
export function asDelivered(left: Evidence): void {
  const { known, alerts } = replay(left.deliveries);
  expect(left.bookings).toEqual(known);
  const owed = left.alerts.map(({ outcome: _, change, ...row }) => ({ ...row, change: JSON.parse(change) }));
  expect(owed).toEqual(alerts);
  expect(left.alerts.filter(({ outcome }) => outcome !== "shown")).toEqual([]);
}

function isStored(left: Evidence, { booking, state, start }: Posted): boolean {
  const stored = storedBooking(left, bookingId(booking));
  return stored?.native.state === state && stored.start === start;
}
