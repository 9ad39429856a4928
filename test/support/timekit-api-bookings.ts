import { Temporal } from "temporal-polyfill";

/** A booking as a webhook brings it; more keys may follow. */
export interface StoredBooking {
  readonly id: string;
  readonly graph: string;
  readonly state: string;
  readonly updated_at: string;
  readonly available_actions?: readonly string[];
  readonly user?: { readonly id: string };
}

/** The parameters of a list's address. */
export type Query = Readonly<Record<string, unknown>>;

const native = ["id", "state", "graph", "completed", "created_at", "updated_at"];

/** What a list or a single answer tells of a booking: without `include`, only its own fields. */
export function rowOf(booking: StoredBooking, include: unknown) {
  const told = new Set([...native, ...String(include ?? "").split(",")]);
  return Object.fromEntries(Object.entries(booking).filter(([key]) => told.has(key)));
}

/** The bookings that fit `search`, in the order of `updated_at` if that is asked for. */
export function foundBookings(all: Iterable<StoredBooking>, { search = "", orderBy, sortedBy }: Query) {
  const terms = String(search).split(";").filter(Boolean);
  const found = [...all].filter((one) => terms.every((term) => fits(one, term)));
  if (orderBy !== "updated_at") return found;
  const direction = sortedBy === "desc" ? -1 : 1;
  return found.sort((one, other) => direction * (timeOf(one) - timeOf(other)));
}

/** One page, in the envelope of Timekit's lists; `per_page` is a text when a limit was sent. */
export function pageOf<Row>(rows: readonly Row[], { limit, page }: Query, address: string) {
  const perPage = Number(limit ?? 50);
  const at = Number(page ?? 1);
  const last = Math.max(1, Math.ceil(rows.length / perPage));
  const from = (at - 1) * perPage;
  const data = rows.slice(from, from + perPage);
  const addressOf = (to: number) => `${address}?limit=${perPage}&page=${to}`;
  return {
    total: rows.length,
    per_page: limit ?? perPage,
    current_page: at,
    last_page: last,
    next_page_url: at < last ? addressOf(at + 1) : null,
    prev_page_url: at > 1 ? addressOf(at - 1) : null,
    from: from + 1,
    to: from + data.length,
    data,
  };
}

/** A term is "resource.id:1" or "state:confirmed". */
function fits(booking: StoredBooking, term: string): boolean {
  const [name = "", value] = term.split(":");
  if (name === "resource.id") return booking.user?.id === value;
  return String(Object.entries(booking).find(([key]) => key === name)?.[1]) === value;
}

const states: Record<string, string> = {
  confirm: "confirmed",
  decline: "declined",
  cancel: "cancelled",
  cancel_by_customer: "cancelled_by_customer",
  cancel_by_owner: "cancelled_by_owner",
  complete: "completed",
};

/** The booking after an action, a second later; null when the action is not open to it. */
export function bookingAfter(booking: StoredBooking, action: string): StoredBooking | null {
  const state = states[action];
  if (!state || !booking.available_actions?.includes(action)) return null;
  const open = state === "confirmed" ? ["cancel", "cancel_by_customer", "complete"] : [];
  return { ...booking, state, updated_at: timekitTime(timeOf(booking) + 1_000), available_actions: open };
}

/** "2026-12-01T09:41:08+0000", as Timekit writes times. */
export const timekitTime = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, "+0000");

const timeOf = ({ updated_at }: StoredBooking): number =>
  Temporal.Instant.from(updated_at.replace(/([+-]\d\d)(\d\d)$/, "$1:$2")).epochMilliseconds;
