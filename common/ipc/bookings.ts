import * as z from "zod/mini";
import { type ActivityPage, activityTabs, mostActivity } from "../activity.ts";
import type { AgendaDay, AgendaDays, DayDots } from "../agenda.ts";
import { type BookingDetail, type Found, mostFound, searchStates, searchTimes, snoozes } from "../found.ts";
import type { Project } from "../policy.ts";
import { ask, bookingId, longAsk, shortText } from "./ask.ts";

const dateRange = z
  .strictObject({ first: z.iso.date(), last: z.iso.date() })
  .check(z.refine(({ first, last }) => first <= last));

export const bookingAsks = {
  /** Null = it is no longer kept. */
  get: ask<BookingDetail | null>()(bookingId),
  /** A stretch of the endless list. */
  days: longAsk<AgendaDays>()(dateRange),
  /** The same from afar: each day on which anything takes place, or did. */
  dots: ask<readonly DayDots[]>()(dateRange),
  /** What waits for its host's answer, of all that is to come: the days with it alone, the nearest ones. */
  requests: longAsk<readonly AgendaDay[]>()(z.void()),
  search: longAsk<Found>()(
    z.strictObject({
      text: z.string().check(z.maxLength(200)),
      state: z.enum(searchStates),
      time: z.enum(searchTimes),
      most: z.optional(z.int().check(z.gte(1), z.lte(mostFound))),
    }),
  ),
  /** The projects of the latest bookings, by name. */
  projects: ask<readonly Project[]>()(z.void()),
  /**
   * Opens the meeting's link, which main finds by itself: the page never sends an address. Null = it is open; else the
   * host that the user is to be asked about first. `agreed` is the one that they have said yes to.
   */
  join: ask<string | null>()(z.strictObject({ id: bookingId, agreed: z.nullable(shortText) })),
  /** Opens a link that stands in the booking's texts, which main looks up there; answers as `join` does. */
  openLink: ask<string | null>()(
    z.strictObject({
      id: bookingId,
      link: z.string().check(z.maxLength(4_096)),
      agreed: z.nullable(shortText),
    }),
  ),
  /** Confirms a request in a few seconds, or as soon as the window is hidden; see the view for what becomes of it. */
  confirm: ask()(bookingId),
  /** Takes that back; false = it is on its way already. */
  undo: ask<boolean>()(bookingId),
  act: ask()(
    z.strictObject({
      id: bookingId,
      action: z.enum(["decline", "cancel"]),
      message: z.string().check(z.maxLength(2000)),
    }),
  ),
  /** Reminds of it once more then, and not before. */
  snooze: ask()(z.strictObject({ id: bookingId, choice: z.literal(snoozes) })),
  /** Opens the mail or phone program; main finds the address by itself. */
  contact: ask()(z.strictObject({ id: bookingId, by: z.enum(["mail", "call"]) })),
  /** Whether its service has a page of it, for its host. */
  hasPage: ask<boolean>()(bookingId),
  /** Opens that page; main finds the address by itself. */
  openPage: ask()(bookingId),
  /** Puts it on the clipboard as text. */
  copy: ask()(bookingId),
  /** Asks where to save it as a calendar file; false = the user changed their mind. */
  export: ask<boolean>()(bookingId),
};

export const activityAsks = {
  list: ask<ActivityPage>()(
    z.strictObject({
      tab: z.enum(activityTabs),
      bookingId: z.nullable(bookingId),
      count: z.int().check(z.positive(), z.lte(mostActivity)),
    }),
  ),
  /** The user has looked at all that changed of this booking; null = of every one. */
  markSeen: ask()(z.nullable(bookingId)),
};
