import type { Booking } from "../../common/booking.ts";
import type { Resource } from "../../common/timekit.ts";

/** Whether a booking is of that resource: one that does not tell its host might be. Null = everybody's count. */
export const isOf = (resource: Resource | null, { host }: Booking): boolean =>
  resource === null || !host?.id || host.id === resource.id;
