import type { Booking } from "./booking.ts";
import type { Change } from "./change.ts";
import type { Hue } from "./hues.ts";
import type { ReminderLead } from "./reminders.ts";

/** The changes of which the user says how they are told; `unpaid` = nobody paid, and the booking was let go. */
export const alertKinds = [
  "new",
  "asked",
  "confirmed",
  "moved",
  "cancelled",
  "declined",
  "unpaid",
  "held",
  "details",
  "expired",
] as const;
export type AlertKind = (typeof alertKinds)[number];

/** What a change is to its user; null for those that no wish is about. */
export function alertKindOf(
  { kind }: Pick<Change, "kind">,
  { payment, status }: Pick<Booking, "payment" | "status">,
): AlertKind | null {
  if (kind === "done" || kind === "unknown") return null;
  return kind === "expired" && payment === "unpaid" && status === "expired" ? "unpaid" : kind;
}

/** With a notification, which may sound or not; among what is new only; or not at all. */
export const treatments = ["notify", "no-sound", "list", "ignore"] as const;
export type Treatment = (typeof treatments)[number];

/** What a host acts on or must know at once; all else is listed without a sound. The default. */
export const calm: Readonly<Record<AlertKind, Treatment>> = {
  new: "notify",
  asked: "notify",
  confirmed: "notify",
  moved: "notify",
  cancelled: "notify",
  declined: "notify",
  unpaid: "notify",
  held: "list",
  details: "list",
  expired: "list",
};

/** What the user wants otherwise for the bookings of one project; null = as everywhere. */
export interface ProjectRule {
  readonly name: string;
  readonly alerts: Extract<Treatment, "list" | "ignore"> | null;
  readonly reminders: readonly ReminderLead[] | null;
  /** Null = by its id. */
  readonly hue: Hue | null;
  /** A booking that begins fills the screen. */
  readonly fullScreen: boolean;
}

/** A project that bookings were made in. */
export interface Project {
  readonly id: string;
  readonly name: string;
}

/** The rule for the project of a booking, if it has one. An id is Timekit's word: "toString" is no rule. */
export const ruleOf = <Rule>(rules: Readonly<Record<string, Rule>>, project: Pick<Project, "id"> | null) =>
  project && Object.hasOwn(rules, project.id) ? rules[project.id] : undefined;
