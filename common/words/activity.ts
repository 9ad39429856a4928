import type { ActivityTab } from "../activity.ts";
import type { Change } from "../change.ts";
import type { AlertKind } from "../policy.ts";
import { type Count, counted } from "./counted.ts";
import { detailsChanged } from "./details.ts";
import { log } from "./log.ts";

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** What happened to a booking, as a sentence of its own. */
const what = ({ kind, details = [] }: Change): string =>
  kind === "details" && details.length > 0 ? detailsChanged(details) : log.changes[kind];

/** The words for what happened, and for how the user was told. */
export const activity = {
  title: "Activity",
  open: ({ unread }: { unread: number }) => (unread === 0 ? "Activity" : `Activity: ${unread} unread`),
  /** On the button, where there is room for two signs. */
  badge: ({ unread }: { unread: number }) => (unread > 9 ? "9+" : String(unread)),
  show: "Filter",
  tabs: {
    everything: "Everything",
    problems: "Problems",
    silent: "Not announced",
  } satisfies Record<ActivityTab, string>,
  /** The number of what is wrong now, beside the tab's name. */
  problems: ({ count }: Count) => counted(count, "open problem"),
  now: "Open problems",
  only: ({ who }: { who: string }) => `All that happened to ${who}`,
  onlyThis: "All that happened to this booking",
  all: "Show everything",
  what,
  /** The same after whose booking it is. */
  inLine: (change: Change) => lower(what(change)),
  unread: "Unread:",
  readAll: "Mark all as read",
  allRead: "All marked as read",
  kept: ({ days }: { days: number }) => `Raw webhooks are kept for ${counted(days, "day")}`,
  older: "Show older",
  olderShown: ({ count }: Count) => `${counted(count, "older line")} shown`,
  why: "Why was I told?",
  empty: {
    everything: {
      title: "Nothing has happened yet",
      text: "Changes to your bookings appear here, with how you were told.",
    },
    problems: { title: "No problems", text: "Outages and refused bookings appear here." },
    silent: {
      title: "Everything was announced",
      text: "Changes that didn’t notify you appear here, with the reason.",
    },
    booking: { title: "Nothing is stored", text: "What happened to this booking has been deleted." },
  },
} as const;

/** What a rule for a kind of change is about, within a sentence. */
const kinds: Readonly<Record<AlertKind, string>> = {
  new: "new bookings",
  asked: "booking requests",
  confirmed: "confirmations",
  moved: "moved bookings",
  cancelled: "cancellations",
  declined: "declined requests",
  unpaid: "missed payments",
  held: "bookings on hold",
  details: "changed details",
  expired: "expired requests",
};

const silently = "Listed without a notification";
const not = "Not announced";

/** The words for how the user was told of a change, or why not. */
export const told = {
  atOnce: "Announced at once",
  after: ({ span }: { span: string }) => `Announced ${span} after it arrived`,
  waited: ({ span }: { span: string }) =>
    `Announced ${span} after it arrived: before, notifications couldn’t be shown`,
  again: "and again, as you hadn’t looked",
  waiting: "Waiting: notifications can’t be shown",
  underWay: "Being announced…",
  together: "Announced as one with the other half of its move",
  listed: silently,
  listedForKind: ({ kind }: { kind: AlertKind }) => `${silently}: your rule for ${kinds[kind]}`,
  listedForProject: `${silently}: your rule for its project`,
  listedUnknown: `${silently}: Bookbell doesn’t know this status`,
  ignored: not,
  ignoredForKind: ({ kind }: { kind: AlertKind }) => `${not}: you turned ${kinds[kind]} off`,
  ignoredForProject: `${not}: you turned its project off`,
  otherResource: `${not}: it isn’t of those whose bookings you show`,
  quietHours: ({ until }: { until: string }) => `${not}: quiet hours until ${until}`,
  paused: `${not}: notifications were paused`,
  pausedUntil: ({ until }: { until: string }) => `${not}: notifications were paused until ${until}`,
  past: `${not}: it was over already`,
  seen: `${not}: you looked at it before a notification could be shown`,
  failed: `${not}: notifications couldn’t be shown`,
  known: `${not}: it was so before Bookbell was connected`,
  unrecorded: ({ said }: { said: string }) => `${said}: the reason wasn’t recorded`,
  change: "Change",
  resume: "Resume",
} as const;

/** The words for what was turned away, or could not be read. */
export const failures = {
  refused: ({ count }: Count) => `${counted(count, "booking")} refused`,
  rejected: ({ count }: Count) => `${counted(count, "request")} refused`,
  setAside: ({ count }: Count) => `${counted(count, "booking")} set aside`,
  unreadable: ({ count }: Count) => `${counted(count, "booking")} couldn’t be read`,
  signature: "The signature didn’t match. Is the signing secret still right?",
  fix: "Fix…",
  show: "Show",
} as const;
