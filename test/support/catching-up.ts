import type { Row } from "../../main/sources/timekit/api/row.ts";
import type { TimekitApiOptions } from "./timekit-api.ts";
import { type StoredBooking, timekitTime } from "./timekit-api-bookings.ts";
import { aTimekitApi } from "./timekit-client.ts";
import { payload } from "./timekit-payloads.ts";

export const minute = 60_000;
export const day = 1_440 * minute;
export const start = Date.parse("2026-12-01T11:00:00Z");
export const confirmed: StoredBooking = JSON.parse(payload("instant.confirmed").toString());
const event = JSON.parse(payload("instant.confirmed").toString()).event;

interface Times {
  readonly created: number;
  readonly updated: number;
  readonly starts: number;
}

export const booking = (n: number, { created, updated, starts }: Times) => ({
  ...confirmed,
  id: `b-${n}`,
  created_at: timekitTime(created),
  updated_at: timekitTime(updated),
  event: { ...event, start: timekitTime(starts), end: timekitTime(starts + 30 * minute) },
});

/** `count` bookings as on a real account, where some were made long before they changed; number 0 changed last. */
export const bookings = (count: number): StoredBooking[] =>
  Array.from({ length: count }, (_, n) => {
    const updated = start - n * minute;
    return booking(n, {
      updated,
      created: updated - ((n * 37) % 101) * minute,
      starts: start + ((n * 53) % 97) * day,
    });
  });

/** The same, none of which has changed since it was made. */
export const untouched = (count: number): StoredBooking[] =>
  Array.from({ length: count }, (_, n) => {
    const updated = start - n * 60 * minute;
    return booking(n, { updated, created: updated, starts: updated + 5 * day });
  });

interface Playing extends TimekitApiOptions {
  readonly onPage?: (page: number) => void;
  /** What keeping a booking comes to. */
  readonly keep?: (row: Row) => Promise<boolean>;
}

/** Bookbell catching up with a Timekit that answers so; all that it takes is kept. */
export async function catchingUp({ onPage, keep = async () => true, ...options }: Playing = {}) {
  let pages = 0;
  const { api, timekit } = await aTimekitApi(
    {
      async fetch(url, init) {
        const response = await fetch(url, init);
        pages += 1;
        onPage?.(pages);
        return response;
      },
    },
    options,
  );
  const taken: Row[] = [];
  async function take(row: Row) {
    const isRead = await keep(row);
    taken.push(row);
    return isRead;
  }
  return {
    timekit,
    taken,
    ids: () => taken.map(({ key }) => key),
    fill: async (all: readonly StoredBooking[]) => {
      for (const booking of all) await timekit.put(booking);
    },
    catchUp: (
      since: number | null,
      { resource = null as string | null, proved = false, distrusted = false } = {},
    ) => api.catchUp({ since, resource, proved, distrusted, take }),
  };
}
