import { WorldError } from "../../../lifecycle/world-error.ts";
import { instantOf } from "../time.ts";
import { readPage } from "./answers.ts";
import { bookingBytes, bookingSchema, include } from "./bookings.ts";
import type { Call } from "./client.ts";

export interface CatchUp {
  /** What the last one returned; null = never done. */
  readonly since: number | null;
  /** Whose bookings; null = everybody's. */
  readonly resource: string | null;
  readonly now: number;
  /** Takes one booking, as if a webhook had brought it; a page of them is handed on at once. */
  take(body: Uint8Array): Promise<unknown>;
}

export interface CaughtUp {
  /** The greatest `updated_at` so far, on Timekit's clock; moves on only when nothing before it is missing. */
  readonly watermark: number | null;
  /** How many bookings were taken. */
  readonly seen: number;
}

const minute = 60_000;
/** For what Timekit writes down a little late, and for its several clocks. */
const overlap = 10 * minute;
const firstTime = { back: 30 * 24 * 60 * minute, pages: 20 };
const mostPages = 100;

/**
 * Reads what changed since the last time, newest first. Timekit has no filter for that, and its order is not
 * promised: when rows prove to be out of order, it reads on to the end instead of to the first old row.
 * @throws WorldError, or what `take` throws; what was taken until then stays taken
 */
export async function catchUp(call: Call, { since, resource, now, take }: CatchUp): Promise<CaughtUp> {
  const until = since === null ? now - firstTime.back : since - overlap;
  const sight = createSight();
  const taken = new Set<string>();
  let longest = 0;
  for (let page = 1; ; page += 1) {
    const { rows, total, more } = await readPage(call, "/bookings", {
      row: bookingSchema,
      page,
      query: {
        orderBy: "updated_at",
        sortedBy: "desc",
        include,
        ...(resource && { search: `resource.id:${resource}` }),
      },
    });
    const fresh = rows.filter((row) => sight.isNews(row.id, updatedAt(row)) && updatedAt(row) >= until);
    await Promise.all(fresh.map((row) => take(bookingBytes(row))));
    for (const { id } of fresh) taken.add(id);

    longest = Math.max(longest, total ?? 0);
    // One that was deleted meanwhile drew another onto a page already read.
    const slipped = total !== null && total < longest;
    const whole = !more || (sight.ordered() && sight.oldest() < until);
    const enough = since === null && sight.ordered() && page >= firstTime.pages;
    if (whole || enough)
      return { watermark: slipped ? since : watermarkAfter(since, sight.newest(), now), seen: taken.size };
    if (page >= mostPages) return { watermark: since, seen: taken.size };
  }
}

function updatedAt(row: { updated_at?: unknown }): number {
  const at = instantOf(row.updated_at, "UTC");
  if (at === null) throw new WorldError("timekit-odd", "updated_at is no time");
  return at;
}

/** Not beyond `now`: a row from a far future would hide everything until then. */
function watermarkAfter(since: number | null, newest: number, now: number): number | null {
  const watermark = Math.max(since ?? 0, newest);
  return watermark === 0 ? null : Math.min(watermark, now);
}

/** Remembers what was seen on the pages: rows move on to later ones when a booking changes meanwhile. */
function createSight() {
  const seen = new Map<string, number>();
  let last = Number.POSITIVE_INFINITY;
  let newest = 0;
  let ordered = true;
  return {
    isNews(id: string, at: number): boolean {
      if ((seen.get(id) ?? -1) >= at) return false;
      seen.set(id, at);
      ordered &&= at <= last;
      last = at;
      newest = Math.max(newest, at);
      return true;
    },
    ordered: () => ordered,
    oldest: () => last,
    newest: () => newest,
  };
}
