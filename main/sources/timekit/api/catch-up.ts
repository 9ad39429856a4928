import { WorldError } from "../../../lib/world-error.ts";
import type { Call } from "../../rest/call.ts";
import { readPage } from "./answers.ts";
import { include } from "./bookings.ts";
import { createSight, isOrderByUpdate } from "./order.ts";
import { type Row, rowOf } from "./row.ts";

export interface CatchUp {
  /** The watermark of the last one; null = never done. */
  readonly since: number | null;
  /** Whose bookings; null = everybody's. */
  readonly resource: string | null;
  /** Whether a run of late has proved that Timekit keeps the order that it is asked for. */
  readonly proved: boolean;
  /** Timekit's list has kept changes back: all of its pages are to be read, whatever they look like. */
  readonly distrusted: boolean;
  /** Timekit's clock, as far as its answers tell it. */
  now(): number;
  /**
   * Takes one row, as if a webhook had brought it; a page of them is handed on at once. False = it cannot be read.
   * Rejects with a WorldError when nothing can be kept now; with any other error it is this row's own fault.
   */
  take(row: Row): Promise<boolean>;
}

export interface CaughtUp {
  /** The greatest `updated_at` so far, on Timekit's clock; moves on only when nothing before it is missing. */
  readonly watermark: number | null;
  /** How many rows were read that changed lately, and how many of those could not be read. */
  readonly seen: number;
  readonly unread: number;
  /** The list had an end, or an old row, at which to stop: otherwise Bookbell gave it up. */
  readonly finished: boolean;
  /** Nothing that changed can have been missed. */
  readonly whole: boolean;
  /** For the next one. */
  readonly proved: boolean;
  /** How many pages were asked for. */
  readonly pages: number;
}

const minute = 60_000;
const day = 24 * 60 * minute;
/** For what Timekit writes down a little late, and for its several clocks. */
export const overlap = 10 * minute;
const firstTime = 30 * day;
/** Some minutes of asking; 50,000 bookings. */
const mostPages = 500;

/**
 * Reads what changed since the last time, newest first, up to the first row that is older. Timekit has no filter for
 * that, and its order is not promised: as long as it is not proved, all pages are read.
 * @throws WorldError; what was taken until then stays taken
 */
export async function catchUp(
  call: Call,
  { since, resource, proved, distrusted, now, take }: CatchUp,
): Promise<CaughtUp> {
  const sight = createSight();
  const reading = createReading(take);
  const readRows = async (page: number, sortedBy: "asc" | "desc") => {
    const search = resource && { search: `resource.id:${resource}` };
    const query = { orderBy: "updated_at", sortedBy, include, ...search };
    const answer = await readPage(call, "/bookings", { page, query });
    return { ...answer, rows: answer.rows.map(rowOf) };
  };

  let order: "unknown" | "proved" | "not-kept" = distrusted ? "not-kept" : proved ? "proved" : "unknown";
  async function isPast(until: number): Promise<boolean> {
    if (!sight.ordered() || sight.oldest() >= until) return false;
    if (order === "unknown" && isOrderByUpdate(sight.rows())) {
      // A server that orders nothing, or only what is on a page, begins with none that is older than all of these.
      const { rows } = await readRows(1, "asc");
      const first = rows.find(({ updatedAt }) => updatedAt !== null)?.updatedAt ?? sight.oldest();
      order = first < sight.oldest() ? "proved" : "not-kept";
    }
    return order === "proved";
  }

  let from = since;
  let until = 0;
  let atStart = 0;
  let longest = 0;
  for (let page = 1; ; page += 1) {
    const { rows, total, more } = await readRows(page, "desc");
    const news = rows.filter(sight.isNews);
    if (page === 1) {
      // One that lies ahead was set by a clock that was wrong.
      if (since !== null && since > now() + minute) from = null;
      const newest = sight.newest(now() + minute) || now();
      until = from === null ? Math.min(newest, now()) - firstTime : from - overlap;
      atStart = total ?? 0;
    }
    await reading.takeAll(news.filter(({ updatedAt }) => updatedAt === null || updatedAt >= until));

    longest = Math.max(longest, total ?? 0);
    const finished = !more || (await isPast(until));
    // A page without anything new: the list goes round in a circle.
    if (!finished && news.length > 0 && page < mostPages) continue;

    // One that was deleted meanwhile drew another onto a page already read.
    const slipped = total !== null && total < longest;
    const { seen, unread } = reading.counts();
    const newest = Math.min(sight.newest(now() + minute), reading.heldAt(now() - day));
    return {
      watermark: finished && !slipped ? Math.max(from ?? 0, newest) || null : since,
      seen,
      unread,
      finished,
      whole: finished && !slipped && unread === 0 && (more || sight.count() >= atStart),
      proved: order === "proved" && sight.ordered(),
      pages: page,
    };
  }
}

/** Takes rows, steps over those that cannot be read, and knows from when they are. */
function createReading(take: CatchUp["take"]) {
  let seen = 0;
  const unread: Row[] = [];

  function note(row: Row, isRead: boolean) {
    seen += 1;
    if (!isRead) unread.push(row);
  }

  return {
    async takeAll(rows: readonly Row[]): Promise<void> {
      const ends = await Promise.allSettled(rows.map(take));
      for (const [i, end] of ends.entries()) {
        const row = rows[i] as Row;
        if (end.status === "fulfilled") note(row, end.value);
        else if (end.reason instanceof WorldError) throw end.reason;
        // Those that share a commit share its fault: alone, each has only its own.
        else note(row, await take(row).catch(stepOver));
      }
    },
    counts: () => ({ seen, unread: unread.length }),
    /** Of those that cannot be read the oldest that is younger than `limit`: it may be mended meanwhile. */
    heldAt: (limit: number): number =>
      Math.min(...unread.map(({ updatedAt }) => updatedAt ?? 0).filter((at) => at > limit)),
  };
}

function stepOver(error: unknown): false {
  if (error instanceof WorldError) throw error;
  return false;
}
