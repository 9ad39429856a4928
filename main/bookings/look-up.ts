import { type Booking, onStatuses } from "../../common/booking.ts";
import type { BookingDetail } from "../../common/found.ts";
import { joinHostOf } from "../../common/join-link.ts";
import type { Resource } from "../../common/timekit.ts";
import type { AgendaItem } from "../../common/view.ts";
import { dayOf, dayOfDate, localDay } from "./agenda.ts";
import { type Clash, clashOf } from "./clash.ts";
import { bookingOf } from "./facts.ts";
import { isOf } from "./resource.ts";
import type { StoreClient } from "./store/client.ts";

interface LookUpParts {
  store: Pick<StoreClient, "between" | "booking" | "history">;
  /** Whose bookings are shown; null = everybody's. */
  resource(): Resource | null;
  zone(): string;
  now(): number;
}

/** Looks single bookings up, with what there is around them. */
export function createLookUp({ store, resource, zone, now }: LookUpParts) {
  /** What is most in its way; one that has no time has no clash. */
  async function clash(booking: Booking): Promise<Clash | null> {
    const { start, end } = booking;
    if (start === null || end === null) return null;
    const others = (await store.between(start - 1, end + 1)).map(bookingOf);
    return clashOf(
      booking,
      others.filter((other) => isOf(resource(), other)),
    );
  }
  return {
    clash,
    /** A day such as "2026-11-23". @throws RangeError when there is no such date */
    async day(date: string): Promise<AgendaItem[]> {
      const day = dayOfDate(date, zone());
      const known = await store.between(day.start, day.end);
      return dayOf(
        known.filter((one) => isOf(resource(), bookingOf(one))),
        day,
        now(),
        localDay(now(), zone()).date,
      );
    },
    async detail(id: string): Promise<BookingDetail | null> {
      const booking = await store.booking(id);
      if (!booking) return null;
      const over = !onStatuses.has(booking.status);
      const [history, found] = await Promise.all([store.history(id), over ? null : clash(booking)]);
      return { booking, history, clash: found, join: joinHostOf(booking) };
    },
  };
}
