import type { Booking } from "../../common/booking.ts";
import { serviceOf } from "../../common/sources.ts";
import type { Resource } from "../../common/timekit.ts";

/**
 * Whether a booking is of that resource of Timekit's: one that does not tell its host might be, and those of other services
 * are nobody else's. Null = everybody's count.
 */
export const isOf = (resource: Resource | null, { host, ...booking }: Booking): boolean =>
  resource === null || serviceOf(booking) !== "timekit" || !host?.id || host.id === resource.id;
