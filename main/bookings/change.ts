import type { Booking, Status } from "../../common/booking.ts";

/** What happened to a booking, as its host would say it. */
export type ChangeKind =
  | "new"
  | "asked"
  | "held"
  | "confirmed"
  | "moved"
  | "declined"
  | "cancelled"
  | "expired"
  | "done"
  /** Still on, at the same time, but its texts, people or seats are not the same. */
  | "details"
  | "unknown";

/** The difference that one delivery made to one booking. */
export interface Change {
  readonly kind: ChangeKind;
  /** When it was before, if its time changed. */
  readonly from: { readonly start: number; readonly end: number } | null;
}

const entered: Record<Status, ChangeKind> = {
  asked: "asked",
  held: "held",
  confirmed: "confirmed",
  declined: "declined",
  cancelled: "cancelled",
  moved: "moved",
  done: "done",
  expired: "expired",
  unknown: "unknown",
};

/** The difference between two states of one booking; null when its host would see none. */
export function changeOf(before: Booking | null, after: Booking): Change | null {
  if (!before) return { kind: after.status === "confirmed" ? "new" : entered[after.status], from: null };
  const from = oldTime(before, after);
  if (before.status !== after.status) return { kind: entered[after.status], from };
  if (from) return { kind: "moved", from };
  return told(before) === told(after) ? null : { kind: "details", from: null };
}

function oldTime(before: Booking, after: Booking): Change["from"] {
  if (before.start === null || before.end === null || after.start === null) return null;
  const same = before.start === after.start && before.end === after.end;
  return same ? null : { start: before.start, end: before.end };
}

const told = ({ graph: _, state: __, ...shown }: Booking) => JSON.stringify(shown);
