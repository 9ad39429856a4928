import { Temporal } from "temporal-polyfill";

/** A booking as a webhook brings it; more keys may follow. */
export interface StoredBooking {
  readonly id: string;
  readonly graph: string;
  readonly state: string;
  readonly created_at: string;
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

/**
 * How a disobedient Timekit orders: not at all; by `created_at`, newest first; the same, but in the direction that was
 * asked for; or as asked, but only what is on one page.
 */
type Order = "none" | "created" | "created-as-asked" | "within-page";

/** What may be wrong with the list of bookings. */
export interface Disobedience {
  /** What it orders by, whatever it is asked for. */
  readonly order?: Order;
  /** What else is on each page, before its rows. */
  readonly odd?: readonly unknown[];
  /** The ids of bookings that it leaves out. */
  readonly hidden?: ReadonlySet<string>;
  /** It comes to no end: it begins again, or goes on with bookings that are on no other page. */
  readonly endless?: "circle" | "ever-new";
}

/** The page that is asked for, as far as Timekit obeys. */
export function bookingsPage(
  all: readonly StoredBooking[],
  { query, address, order, odd = [], hidden, endless }: Disobedience & { query: Query; address: string },
) {
  const rowsOf = (some: readonly StoredBooking[]) => some.map((booking) => rowOf(booking, query.include));
  const found = ordered(
    fitting(
      all.filter(({ id }) => !hidden?.has(id)),
      query,
    ),
    order ? { ...query, ...orders[order] } : query,
  );
  const page = pageOf(found, endless ? { ...query, page: 1 } : query, address);
  const data = order === "within-page" ? ordered(page.data, query) : page.data;
  const unasked =
    endless === "ever-new" ? data.map((one) => ({ ...one, id: `${one.id}-${query.page}` })) : data;
  const next = endless ? `${address}?page=${Number(query.page) + 1}` : page.next_page_url;
  return { ...page, next_page_url: next, data: [...odd, ...rowsOf(unasked)] };
}

const orders: Record<Order, Query> = {
  none: { orderBy: "" },
  created: { orderBy: "created_at", sortedBy: "desc" },
  "created-as-asked": { orderBy: "created_at" },
  "within-page": { orderBy: "" },
};

/** The bookings that fit `search`. */
function fitting(all: readonly StoredBooking[], { search = "" }: Query): StoredBooking[] {
  const terms = String(search).split(";").filter(Boolean);
  return all.filter((one) => terms.every((term) => fits(one, term)));
}

function ordered(all: readonly StoredBooking[], { orderBy, sortedBy }: Query): StoredBooking[] {
  if (orderBy !== "updated_at" && orderBy !== "created_at") return [...all];
  const direction = sortedBy === "desc" ? -1 : 1;
  return all.toSorted((one, other) => direction * (timeOf(one[orderBy]) - timeOf(other[orderBy])));
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
  return {
    ...booking,
    state,
    updated_at: timekitTime(timeOf(booking.updated_at) + 1_000),
    available_actions: open,
  };
}

/** "2026-12-01T09:41:08+0000", as Timekit writes times. */
export const timekitTime = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, "+0000");

const timeOf = (text: string): number =>
  Temporal.Instant.from(text.replace(/([+-]\d\d)(\d\d)$/, "$1:$2")).epochMilliseconds;
