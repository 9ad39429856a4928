import type { DetailLevel } from "../destinations.ts";
import type { AlertKind } from "../policy.ts";
import { type Count, counted } from "./counted.ts";

/** Before "bookings". */
const kinds: Record<AlertKind, string> = {
  new: "new",
  asked: "requested",
  confirmed: "confirmed",
  moved: "moved",
  cancelled: "cancelled",
  declined: "declined",
  unpaid: "payment-missed",
  held: "on-hold",
  details: "changed",
  expired: "expired",
};

const details: Record<
  DetailLevel,
  { readonly name: string; readonly inSentence: string; readonly help: string }
> = {
  time: {
    name: "Time only",
    inSentence: "time only",
    help: "What happened, when the booking is, and its project.",
  },
  names: {
    name: "Names",
    inSentence: "with names",
    help: "Also the customer’s name, and whose booking it is.",
  },
  everything: {
    name: "Everything",
    inSentence: "everything",
    help: "Also email, phone, location, comment and answers.",
  },
};

/** The words for which changes are sent where. */
export const rules = {
  newTitle: "New rule",
  title: "Rule",
  kinds,
  all: "Any change to bookings",
  some: ({ kinds }: { kinds: string }) => `${kinds.charAt(0).toUpperCase()}${kinds.slice(1)} bookings`,
  /** What is empty is left out. */
  sentence: ({
    what,
    projects,
    hosts,
    to,
    detail,
  }: Record<"what" | "projects" | "hosts" | "to" | "detail", string>) =>
    `${what}${projects && ` of ${projects}`}${hosts && ` with ${hosts}`} → ${to}, ${detail}`,
  others: ({ count }: Count) => `${count} more`,
  on: ({ rule }: { rule: string }) => `On: ${rule}`,
  when: "When a booking is",
  whenHelp: "The kinds of change that are sent.",
  choose: { all: "All", none: "None" },
  projects: "Projects",
  projectsHelp: "Those that bookings have named so far.",
  noProjects: "No booking has named a project yet.",
  hosts: "Bookings of",
  hostsHelp: "Those whose bookings Bookbell has.",
  noHosts: "No booking has named a host yet.",
  every: "All",
  chosen: "Chosen",
  which: "Which bookings",
  to: "Where to",
  detail: "How much of it",
  details,
  preview: {
    title: "What it would have sent",
    count: ({ count, more }: Count & { more: boolean }) =>
      count === 0
        ? "In the last thirty days it would have sent none."
        : `In the last thirty days it would have sent ${more ? "at least " : ""}${counted(count, "message")}.`,
    latest: "The latest, as they would have looked",
    example: "What one would look like",
    missing: {
      kinds: "Choose at least one kind of change.",
      projects: "Choose at least one project.",
      hosts: "Choose at least one whose bookings are sent.",
      destination: "Choose where to.",
    },
    slack: "As Slack shows it",
    workflow: "The workflow’s variables",
    url: "What is posted",
    app: "Bookbell",
    appTag: "App",
    empty: "Empty",
  },
  save: "Save rule",
  saved: "Rule saved",
  remove: {
    name: "Remove this rule",
    help: "What waits already is still sent.",
    action: "Remove",
    actionName: "Remove this rule",
    sure: "Remove this rule? Its changes are then no longer sent.",
    done: "Rule removed",
  },
  gone: { title: "This rule is gone", text: "It was removed, or its destination was." },
} as const;
