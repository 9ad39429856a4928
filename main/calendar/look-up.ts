import type { AgendaDay, AgendaDays, DateRange, DayDots } from "../../common/agenda.ts";
import type { Booking } from "../../common/booking.ts";
import type { BookingDetail } from "../../common/found.ts";
import { joinHostOf } from "../../common/join-link.ts";
import { longestText } from "../../common/plain-text.ts";
import { takesPlace } from "../../common/status.ts";
import type { Resource } from "../../common/timekit.ts";
import { listed } from "../bookings/agenda.ts";
import { type Clash, clashOf } from "../bookings/clash.ts";
import { bookingOf } from "../bookings/facts.ts";
import { isOf } from "../bookings/resource.ts";
import type { StoreCalls } from "../store/thread/client.ts";

interface LookUpParts {
  store: StoreCalls<{
    schedule: "between" | "days" | "dots" | "move" | "requests";
    bookings: "get" | "history";
  }>;
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
    const others = (await store.schedule.between(start - 1, end + 1)).map(bookingOf);
    return clashOf(
      booking,
      others.filter((other) => isOf(resource(), other)),
    );
  }
  return {
    clash,
    /** A stretch of the list. Rejects when there is no such date. */
    days: (range: DateRange): Promise<AgendaDays> => store.schedule.days(range, now(), zone(), resource()),
    /** The same from afar. */
    dots: (range: DateRange): Promise<DayDots[]> => store.schedule.dots(range, zone(), resource()),
    /** What waits for an answer. */
    requests: (): Promise<AgendaDay[]> => store.schedule.requests(now(), zone(), resource()),
    async detail(id: string): Promise<BookingDetail | null> {
      const booking = await store.bookings.get(id);
      if (!booking) return null;
      const [history, found, move] = await Promise.all([
        store.bookings.history(id),
        takesPlace(booking) ? clash(booking) : null,
        store.schedule.move(booking),
      ]);
      const description = booking.description.slice(0, longestText);
      const other = found && { ...found, other: listed(found.other) };
      return { booking: { ...booking, description }, history, clash: other, move, join: joinHostOf(booking) };
    },
  };
}
