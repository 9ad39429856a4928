import { calendlyBody } from "./calendly-payloads.ts";

/** An event as Calendly has it; more keys may follow. */
export interface ScheduledEvent {
  readonly uri: string;
  readonly status: string;
  readonly start_time: string;
  readonly end_time: string;
  readonly updated_at: string;
  readonly invitees_counter: { readonly total: number; readonly active: number; readonly limit: number };
  readonly [key: string]: unknown;
}

/** An invitee as Calendly has it, without its event. */
export interface Invitee {
  readonly uri: string;
  /** The event's address. */
  readonly event: string;
  readonly status: string;
  readonly updated_at: string;
  readonly [key: string]: unknown;
}

export interface Booking {
  readonly event: ScheduledEvent;
  readonly invitee: Invitee;
}

type Query = Readonly<Record<string, unknown>>;

/** A new booking of the event with that id, made at that moment. */
export function created(id: string, who: string, at: string, changes: Partial<ScheduledEvent>): Booking {
  const { scheduled_event, ...own } = JSON.parse(calendlyBody("invitee.created").toString()).payload;
  const uri = `https://api.calendly.com/scheduled_events/${id}`;
  const invitee = {
    ...own,
    uri: `${uri}/invitees/${id}-${who}`,
    event: uri,
    email: `${who}@example.net`,
    created_at: at,
    updated_at: at,
  };
  return { event: { ...scheduled_event, uri, created_at: at, updated_at: at, ...changes }, invitee };
}

/** After its cancellation; an event that others come to as well goes with it. */
export function withEnd({ event, invitee }: Booking, cancellation: { readonly created_at: string }): Booking {
  const end = { status: "canceled", updated_at: cancellation.created_at, cancellation };
  return { event: { ...event, ...end }, invitee: { ...invitee, ...end } };
}

export const eventsPage = (all: readonly ScheduledEvent[], query: Query, endless = false) => {
  const from = Date.parse(String(query.min_start_time ?? "1970-01-01"));
  const fitting = all.filter(({ start_time }) => Date.parse(start_time) >= from);
  const sorted = fitting.toSorted((one, other) => Date.parse(one.start_time) - Date.parse(other.start_time));
  const page = pageOf(sorted, query);
  return endless ? { ...page, pagination: { ...page.pagination, next_page_token: "0" } } : page;
};

export const inviteesPage = (all: readonly Invitee[], id: string, query: Query) =>
  pageOf(
    all.filter(({ event }) => event.endsWith(`/${id}`)),
    query,
  );

/** One page, in the envelope of Calendly's lists; its token is where it begins. */
export function pageOf<Row>(rows: readonly Row[], { count, page_token }: Query) {
  const perPage = Math.min(100, Number(count ?? 20));
  const from = Number(page_token ?? 0);
  const collection = rows.slice(from, from + perPage);
  const next = from + perPage < rows.length ? String(from + perPage) : null;
  const pagination = {
    count: collection.length,
    next_page: next && "https://evil.example",
    next_page_token: next,
  };
  return { collection, pagination };
}
