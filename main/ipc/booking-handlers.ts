import { clipboard } from "electron";
import type { Booking } from "../../common/booking.ts";
import type { Snooze } from "../../common/found.ts";
import { callTo, mailTo } from "../bookings/contact.ts";
import type { createLookUp } from "../calendar/look-up.ts";
import type { createExports } from "../exports/exports.ts";
import { WorldError } from "../lib/world-error.ts";
import type { StoreCalls } from "../store/thread/client.ts";
import type { Handlers } from "./serve.ts";

/** What looking a booking up, and using what it tells, acts on. */
export interface BookingParts {
  store: StoreCalls<{ bookings: "get" | "search" }>;
  lookUp: ReturnType<typeof createLookUp>;
  exports: Pick<ReturnType<typeof createExports>, "booking">;
  now(): number;
  /** Null = it is open; else the host to ask the user about first. */
  join(id: string, agreed: string | null): Promise<string | null>;
  snooze(id: string, choice: Snooze): Promise<void>;
  openLink(url: URL): Promise<void>;
  /** The booking as text, for the clipboard. */
  textOf(booking: Booking): string;
}

type BookingNames =
  | "getBooking"
  | "getDay"
  | "search"
  | "joinBooking"
  | "snoozeBooking"
  | "contactCustomer"
  | "copyBooking"
  | "exportBooking";

/** What happens when the page asks about a booking. */
export function createBookingHandlers(parts: BookingParts): Pick<Handlers, BookingNames> {
  const { store, lookUp } = parts;

  /** @throws WorldError timekit-gone */
  async function find(id: string): Promise<Booking> {
    const booking = await store.bookings.get(id);
    if (!booking) throw new WorldError("timekit-gone");
    return booking;
  }

  return {
    getBooking: (id) => lookUp.detail(id),
    getDay: (date) => lookUp.day(date),
    search: (wanted) => store.bookings.search(wanted, parts.now()),
    joinBooking: ({ id, agreed }) => parts.join(id, agreed),
    async snoozeBooking({ id, choice }) {
      await parts.snooze(id, choice);
      return null;
    },
    async contactCustomer({ id, by }) {
      const { customer } = await find(id);
      const url = by === "mail" ? mailTo(customer?.email ?? "") : callTo(customer?.phone ?? "");
      if (!url) throw new WorldError("no-link");
      await parts.openLink(url);
      return null;
    },
    async copyBooking(id) {
      await clipboard.writeText(parts.textOf(await find(id)));
      return null;
    },
    async exportBooking(id) {
      return parts.exports.booking(await find(id));
    },
  };
}
