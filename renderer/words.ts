import { ports } from "../common/ports.ts";
import type { Status } from "../common/status.ts";
import { acting } from "./words/acting.ts";
import { address } from "./words/address.ts";
import { alerts } from "./words/alerts.ts";
import { booking } from "./words/booking.ts";
import { counted } from "./words/counted.ts";
import { day } from "./words/day.ts";
import { gaps } from "./words/gaps.ts";
import { general, keys } from "./words/general.ts";
import { health } from "./words/health.ts";
import { licences } from "./words/licences.ts";
import { delivery, log } from "./words/log.ts";
import { news } from "./words/news.ts";
import { presenting } from "./words/presenting.ts";
import { privacy } from "./words/privacy.ts";
import { proof } from "./words/proof.ts";
import { quiet } from "./words/quiet.ts";
import { reach } from "./words/reach.ts";
import { reminders } from "./words/reminders.ts";
import { search } from "./words/search.ts";
import { secret, secrets, signing, unchecked } from "./words/secrets.ts";
import { setup } from "./words/setup.ts";
import { timekit } from "./words/timekit.ts";
import { tunnel } from "./words/tunnel.ts";
import { unannounced } from "./words/unannounced.ts";
import { electron, updates } from "./words/updates.ts";
import { webhooks } from "./words/webhooks.ts";

/** Every word the page shows or speaks, in one place to read, correct and translate. */
export const words = {
  name: "Bookbell",
  today: "Today",
  to: "to",
  now: "Now",
  next: "Next",
  free: (length: string) => `Free for ${length}`,
  nowUntil: (end: string) => `Now · until ${end}`,
  nextIn: (countdown: string) => (countdown ? `Next · ${countdown}` : "Next · now"),
  allDay: "All day",
  noTime: "No time yet",
  tomorrow: "Tomorrow",
  since: (when: string) => `Since ${when}`,
  until: (when: string) => `Until ${when}`,
  untitled: "Booking",
  more: (count: number) => `and ${count} more`,
  seats: (taken: number, max: number | null) =>
    max === null ? `${counted(taken, "seat")} taken` : `${taken} of ${max} seats`,
  theirTime: (time: string, city: string) => `${time} their time, ${city}`,
  nextAfterToday: "Next booking",

  tags: {
    clash: "Overlaps",
    asked: "Asked for",
    held: "Held",
    state: (state: string) => `State: ${state || "unknown"}`,
  },

  off: {
    cancelled: { customer: "Cancelled by customer", host: "Cancelled by host", none: "Cancelled" },
    declined: { customer: "Declined by customer", host: "Declined", none: "Declined" },
    moved: { customer: "Moved by customer", host: "Moved by host", none: "Moved" },
    expired: "Expired",
    other: "Not taking place",
  },

  changes: {
    one: (who: string, time: string, what: string) => [who, time, what].filter(Boolean).join(", "),
    many: (count: number) => `${count} bookings of today changed`,
    added: "new",
    gone: "no longer today",
    timed: "new time",
    to: {
      asked: "asked for",
      held: "held",
      confirmed: "confirmed",
      declined: "declined",
      cancelled: "cancelled",
      moved: "moved to another time",
      done: "over",
      expired: "expired",
      unknown: "changed",
    } satisfies Record<Status, string>,
  },

  empty: {
    title: "The rest of today is yours",
    allOff: "Nothing else today.",
  },

  notKnown: {
    title: "Your bookings are not known right now",
    text: "Until they are, look in Timekit.",
  },

  noneYet: {
    title: "No bookings yet",
    text: "New bookings appear here the moment they’re made.",
  },

  header: {
    pause: "Pause notifications",
    settings: "Settings",
    back: "Back",
  },

  copy: {
    action: "Copy address",
    local: "Copy local address",
    done: "Copied",
    said: "Address copied",
    localSaid: "Address copied: it works on this computer only",
  },

  status: {
    label: "Needs attention",
    paused: {
      message: "Notifications are paused.",
      until: (time: string) => `Notifications are paused until ${time}.`,
      remedy: "Bookings still arrive and show up here.",
      action: "Resume",
    },
    dismiss: "Dismiss",
    dismissThis: (what: string) => `Dismiss: ${what}`,
    retry: "Try again",
  },

  settings: {
    title: "Settings",
    receiving: "Receiving",
    port: "Port",
    portHelp: "The tunnel leads to this port.",
    portRange: `Choose a whole number from ${ports.least} to ${ports.most}.`,
    answer: "Answer code",
    answerHelp: "Timekit counts these as received.",
    hours: "Clock",
    hour: { system: "System", "12": "12-hour", "24": "24-hour" },
    about: "About",
    version: "Version",
    saved: "Saved",
    on: "On",
    off: "Off",
  },

  acting,
  address,
  alerts,
  booking,
  day,
  general,
  health,
  keys,
  licences,
  search,
  reach,
  tunnel,
  timekit,
  webhooks,
  gaps,
  proof,
  setup,
  secret,
  secrets,
  signing,
  log,
  delivery,
  presenting,
  privacy,
  news,
  reminders,
  quiet,
  electron,
  unannounced,
  unchecked,
  updates,

  problems: {
    silent: {
      code: "page-silent",
      message: "Bookbell does not answer.",
      remedy: "Try again; if it stays so, quit Bookbell and start it anew.",
    },
    fault: { title: "Something went wrong on this page", text: "Bookbell itself goes on in the background." },
  },
} as const;
