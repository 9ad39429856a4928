import type { Booking, Status } from "../../common/booking.ts";
import { type Change, type ChangeKind, type Detail, details } from "../../common/change.ts";

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
  const change = (kind: ChangeKind, from: Change["from"] = null): Change => ({ kind, from, to: null });
  if (!before) return change(after.status === "confirmed" ? "new" : entered[after.status]);
  const from = oldTime(before, after);
  if (before.status !== after.status) return change(entered[after.status], from);
  if (from) return change("moved", from);
  return told(before) === told(after) ? null : { ...change("details"), details: detailsOf(before, after) };
}

/** Two halves of one reschedule, told as one move: `old` gave its time up, `fresh` has the new one. */
export function moveOf(old: Booking, fresh: Booking, heardLast: "old" | "fresh"): Change {
  const [from, to] = [spanOf(old), spanOf(fresh)];
  return heardLast === "fresh" ? { kind: "moved", from, to: null } : { kind: "moved", from, to };
}

function spanOf({ start, end }: Booking): Change["from"] {
  return start === null || end === null ? null : { start, end };
}

function oldTime(before: Booking, after: Booking): Change["from"] {
  const same = before.start === after.start && before.end === after.end;
  return same || after.start === null ? null : spanOf(before);
}

function detailsOf(before: Booking, after: Booking): Detail[] {
  const part = (booking: Booking, detail: Detail) =>
    JSON.stringify(detail === "customers" ? [booking.customer, booking.others] : booking[detail]);
  return details.filter((detail) => part(before, detail) !== part(after, detail));
}

const told = ({ graph: _, state: __, ...shown }: Booking) => JSON.stringify(shown);
