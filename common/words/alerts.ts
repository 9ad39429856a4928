import type { AlertKind, Treatment } from "../policy.ts";
import { reminders } from "./reminders.ts";

/** The words for what is told, and how. */
export const alerts = {
  title: "Notifications",
  row: "What you are told",
  rowHelp: "By kind of change, and by project.",
  changes: "Changes",
  help: "List puts a change among what is new, without a notification. Ignore leaves it out there, too.",
  kinds: {
    new: "New",
    asked: "Asked for",
    confirmed: "Confirmed",
    moved: "Moved",
    cancelled: "Cancelled",
    declined: "Declined",
    unpaid: "Not paid",
    held: "Held",
    details: "Details",
    expired: "Expired",
  } satisfies Record<AlertKind, string>,
  treatments: { notify: "Notify", list: "List", ignore: "Ignore" } satisfies Record<Treatment, string>,
  sound: "Sound",
  soundHelp: "Your system decides which, and whether.",
  twice:
    "If Bookbell is ended in the instant in which this desktop takes a notification, it may come once more after the next start.",
  projects: "Projects",
  project: "Changes",
  asAbove: "As above",
  reminders: "Reminders",
  asSet: "As set",
  none: "None",
  lead: reminders.lead,
} as const;
