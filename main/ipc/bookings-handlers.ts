import type { Booking } from "../../common/booking.ts";
import type { Snooze } from "../../common/found.ts";
import { callTo, mailTo } from "../bookings/contact.ts";
import type { createConfirming } from "../calendar/confirming.ts";
import type { createLookUp } from "../calendar/look-up.ts";
import type { createExports } from "../exports/exports.ts";
import { WorldError } from "../lib/world-error.ts";
import type { Wanted } from "../sources/timekit/host-actions.ts";
import type { StoreCalls } from "../store/thread/client.ts";
import type { Handlers } from "./handlers.ts";

/** What looking a booking up, and using what it tells, acts on. */
export interface BookingParts {
  readonly store: StoreCalls<{ bookings: "get" | "search" | "projects" }>;
  readonly lookUp: Pick<ReturnType<typeof createLookUp>, "detail" | "days" | "dots" | "requests">;
  readonly exports: Pick<ReturnType<typeof createExports>, "booking">;
  now(): number;
  /** Null = it is open; else the host to ask the user about first. */
  join(id: string, agreed: string | null): Promise<string | null>;
  /** The same for a link that stands in its texts. */
  openLinkIn(id: string, link: string, agreed: string | null): Promise<string | null>;
  readonly confirming: Pick<ReturnType<typeof createConfirming>, "confirm" | "undo">;
  act(wanted: Wanted): Promise<void>;
  snooze(id: string, choice: Snooze): Promise<void>;
  openLink(url: URL): Promise<void>;
  /** Where its service shows a booking to its host; null where there is no such page. */
  pageOf(booking: Pick<Booking, "id" | "end">): URL | null;
  /** The booking as text, for the clipboard. */
  textOf(booking: Booking): string;
  copyText(text: string): unknown;
}

/** What happens when the page asks about a booking. */
export function createBookingsHandlers(parts: BookingParts): Handlers["bookings"] {
  const { store, lookUp, confirming } = parts;

  /** @throws WorldError timekit-gone */
  async function find(id: string): Promise<Booking> {
    const booking = await store.bookings.get(id);
    if (!booking) throw new WorldError("timekit-gone");
    return booking;
  }

  return {
    get: (id) => lookUp.detail(id),
    days: (range) => lookUp.days(range),
    dots: (range) => lookUp.dots(range),
    requests: () => lookUp.requests(),
    search: (wanted) => store.bookings.search(wanted, parts.now()),
    projects: () => store.bookings.projects(),
    join: ({ id, agreed }) => parts.join(id, agreed),
    openLink: ({ id, link, agreed }) => parts.openLinkIn(id, link, agreed),
    confirm(id) {
      confirming.confirm(id);
      return null;
    },
    undo: (id) => confirming.undo(id),
    async act(wanted) {
      // The last word counts.
      confirming.undo(wanted.id);
      await parts.act(wanted);
      return null;
    },
    async snooze({ id, choice }) {
      await parts.snooze(id, choice);
      return null;
    },
    async contact({ id, by }) {
      const { customer } = await find(id);
      const url = by === "mail" ? mailTo(customer?.email ?? "") : callTo(customer?.phone ?? "");
      if (!url) throw new WorldError("no-link");
      await parts.openLink(url);
      return null;
    },
    hasPage: async (id) => parts.pageOf({ id, end: null }) !== null,
    async openPage(id) {
      // A class that was made up of its seats is not kept, and has a page all the same.
      const end = (await store.bookings.get(id))?.end ?? null;
      const page = parts.pageOf({ id, end });
      if (!page) throw new WorldError("link-not-opened", "there is none");
      await parts.openLink(page);
      return null;
    },
    async copy(id) {
      await parts.copyText(parts.textOf(await find(id)));
      return null;
    },
    async export(id) {
      return parts.exports.booking(await find(id));
    },
  };
}
