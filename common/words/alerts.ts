import type { AlertKind, Treatment } from "../policy.ts";
import { counted } from "./counted.ts";
import { reminders } from "./reminders.ts";

/** The words for what the user is notified of, and how. */
export const alerts = {
  title: "Notifications",
  about: "Notify me about",
  help: "Choose per kind of change and per project.",
  kinds: {
    new: "New booking",
    asked: "Booking request",
    confirmed: "Confirmed",
    moved: "Moved",
    cancelled: "Cancelled",
    declined: "Declined",
    unpaid: "Payment missed",
    held: "On hold",
    details: "Details changed",
    expired: "Request expired",
  } satisfies Record<AlertKind, string>,
  treatments: {
    notify: "Notify",
    "no-sound": "No sound",
    list: "List only",
    ignore: "Off",
  } satisfies Record<Treatment, string>,
  sound: "Play a sound",
  soundHelp: "Uses your system’s notification sound.",
  twice:
    "If Bookbell is ended in the instant in which this desktop takes a notification, it may come once more after the next start.",
  /** How many kinds are treated so, in a line. */
  value: ({ notify, list, off }: { notify: number; list: number; off: number }) =>
    [
      notify === 1 ? "1 kind notifies" : `${notify} kinds notify`,
      list > 0 && `${list} ${list === 1 ? "is" : "are"} listed only`,
      off > 0 && `${off} ${off === 1 ? "is" : "are"} off`,
    ]
      .filter(Boolean)
      .join(", "),
  paused: "Paused",
} as const;

/** The words for what is otherwise for single projects. */
export const projects = {
  title: "Projects",
  none: "No projects yet",
  empty: {
    title: "No projects yet",
    text: "Once a booking names a project, you can give it a colour and rules of its own.",
  },
  count: ({ count }: { count: number }) => counted(count, "project"),
  fullScreen: "Full screen at the start",
  fullScreenHelp: "Covers the screen when a booking begins, with Join. Not while names are hidden.",
  colour: "Colour",
  hues: {
    teal: "Teal",
    violet: "Violet",
    amber: "Amber",
    rose: "Rose",
    blue: "Blue",
    green: "Green",
  },
  changes: "Changes",
  sameAsAbove: "Default",
  reminders: "Reminders",
  asSet: "Default",
  noReminders: "None",
  lead: reminders.lead,
} as const;
