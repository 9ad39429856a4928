import type { Booking } from "../../../common/booking.ts";
import { joinLinkOf } from "../../../common/join-link.ts";
import { type ProjectRule, ruleOf } from "../../../common/policy.ts";
import { isReminded, type Timed } from "../../../common/reminders.ts";
import type { KeptReminder } from "../../store/tables/reminders.ts";

const minute = 60_000;
/** How late a reminder may come and still help, counted from the start when that is later. */
const graceMs = 10 * minute;
/** After the start: when somebody who has not joined is asked to. */
export const notJoinedMs = 2 * minute;

/** A reminder of one booking; `due` and all other times are epoch milliseconds. */
export interface Reminder {
  readonly booking: Timed;
  readonly due: number;
  /** The meeting has begun, and its link was not opened. */
  readonly notJoined: boolean;
}

/** What the user chose. */
export interface Rules {
  /** Minutes before the start. */
  readonly leads: readonly number[];
  /** Where it differs for a project, by its id. */
  readonly projects: Readonly<Record<string, Pick<ProjectRule, "reminders" | "fullScreen">>>;
  /** Asks who has not joined to do so. */
  readonly notJoined: boolean;
}

/** What was told before. */
export interface Told {
  readonly kept: readonly KeptReminder[];
  /** When the user was last shown a change of a booking, by its id: what was due by then needs no reminder. */
  readonly changes: ReadonlyMap<string, number>;
}

/** What is to be done about reminders at one moment. */
export interface Plan {
  readonly owed: readonly Reminder[];
  /** Shown for a time that the booking is no longer at. */
  readonly stale: readonly KeptReminder[];
  /** When the next one is due; Infinity = none is. */
  readonly next: number;
}

/** Compares with the wall clock alone, so that sleep, a set clock and a new zone need no care. */
export function planOf(bookings: readonly Booking[], told: Told, now: number, rules: Rules): Plan {
  const timed = bookings.filter(isReminded);
  const each = timed.map((booking) => ({ booking, dues: duesOf(booking, told, rules) }));
  return {
    owed: each.flatMap(({ booking, dues }) => {
      const due = Math.max(...dues.filter((at) => at <= now));
      return helps(booking, due, now) ? [{ booking, due, notJoined: due === nudgeAt(booking) }] : [];
    }),
    stale: told.kept.filter(
      (one) => one.outcome === "shown" && !timed.some((booking) => isFor(one, booking)),
    ),
    next: Math.min(...each.flatMap(({ dues }) => dues.filter((at) => at > now))),
  };
}

/** All that can still come: never what is older than the last told, and nothing before a snooze has ended. */
function duesOf(booking: Timed, { kept, changes }: Told, rules: Rules): number[] {
  const own = kept.filter((one) => isFor(one, booking));
  const last = Math.max(changes.get(booking.id) ?? Number.NEGATIVE_INFINITY, ...own.map(({ due }) => due));
  const open = own.filter(({ outcome }) => outcome === null).map(({ due }) => due);
  const rule = ruleOf(rules.projects, booking.project);
  const planned = (rule?.reminders ?? rules.leads).map((lead) => booking.start - lead * minute);
  if (rule?.fullScreen) planned.push(booking.start);
  if (rules.notJoined && joinLinkOf(booking)) planned.push(nudgeAt(booking));
  return [...planned.filter((due) => due > last), ...open].filter((due) => due >= Math.max(...open));
}

const isFor = (kept: KeptReminder, { id, start }: Timed) => kept.bookingId === id && kept.start === start;

const nudgeAt = ({ start }: Timed) => start + notJoinedMs;

/** A booking without length counts to the end of its first minute. */
const helps = ({ start, end }: Timed, due: number, now: number) =>
  now < Math.max(end, start + minute) && now < Math.max(start, due) + graceMs && Number.isFinite(due);
