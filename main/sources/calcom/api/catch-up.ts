import { z } from "zod";
import { WorldError } from "../../../lib/world-error.ts";
import { jsonOf } from "../../rest/answers.ts";
import type { Call } from "../../rest/call.ts";
import type { CaughtUp, Fetched } from "../../rest/catch-up.ts";
import { instantOf } from "../../timekit/time.ts";
import { bodiesOf } from "./bookings.ts";

export interface CatchUp {
  /** The watermark of the last one; null = never done. */
  readonly since: number | null;
  /** Cal.com's clock, as far as its answers tell it. */
  now(): number;
  /** Takes one row, as if a webhook had brought it. False = it cannot be read. Rejects when nothing can be kept now. */
  take(row: Fetched): Promise<boolean>;
}

const minute = 60_000;
const day = 24 * 60 * minute;
/** For what Cal.com writes down a little late, and for its several clocks. */
const overlap = 10 * minute;
const onAPage = 100;
/** Of one list: 20,000 bookings. */
const mostPages = 200;

interface List {
  readonly after: string;
  readonly sort: string;
  /** The key of a row that it is sorted by. */
  readonly key: string;
}

/** A row that never changed has no date of a change, so what is new is asked for as well. */
const lists = {
  changed: { after: "afterUpdatedAt", sort: "sortUpdatedAt", key: "updatedAt" },
  made: { after: "afterCreatedAt", sort: "sortCreated", key: "createdAt" },
  ahead: { after: "afterStart", sort: "sortStart", key: "start" },
} as const satisfies Record<string, List>;

/**
 * Reads what changed since the last time, oldest first. The first time it is what changed within a month, and all that is
 * ahead.
 * @throws WorldError; what was taken until then stays taken
 */
export async function catchUp(call: Call, { since, now, take }: CatchUp): Promise<CaughtUp> {
  // One that lies ahead was set by a clock that was wrong.
  const from = since !== null && since <= now() + minute ? since : null;
  const start = from === null ? now() - 30 * day : from - overlap;
  const seen = new Set<string>();
  let [latest, unread, pages] = [from ?? 0, 0, 0];
  let finished = true;
  const walks: readonly (readonly [List, number])[] = [
    ...(from === null ? [[lists.ahead, now() - day] as const] : []),
    [lists.changed, start],
    [lists.made, start],
  ];
  for (const [list, after] of walks) {
    const walked = await walk(call, list, after, async (row) => {
      const { uid, updatedAt, createdAt } = row as Record<string, unknown>;
      const mark = JSON.stringify([uid, updatedAt]);
      if (seen.has(mark)) return;
      seen.add(mark);
      const changedAt = instantOf(updatedAt, "UTC") ?? instantOf(createdAt, "UTC");
      if (changedAt !== null && changedAt <= now() + minute) latest = Math.max(latest, changedAt);
      for (const body of bodiesOf(row)) if (!(await take({ body, changedAt }))) unread += 1;
    });
    pages += walked.pages;
    finished &&= walked.finished;
  }
  return { watermark: finished ? latest || null : since, unread, finished, pages };
}

const pageSchema = z.object({
  data: z.array(z.unknown()),
  pagination: z.object({ hasNextPage: z.boolean() }).optional().catch(undefined),
});

/**
 * Every row of a list from `start` on. What changes meanwhile moves to its end, and draws others onto pages already read: so
 * each page begins anew where the last one ended, and only within one moment goes on by counting.
 */
async function walk(call: Call, list: List, start: number, onRow: (row: unknown) => Promise<void>) {
  let [after, skip] = [start, 0];
  for (let page = 1; ; page += 1) {
    const query = {
      [list.after]: new Date(after).toISOString(),
      [list.sort]: "asc",
      take: String(onAPage),
      skip: String(skip),
    };
    const answer = await call("GET", `/bookings?${new URLSearchParams(query)}`).catch(asOdd);
    const { data, success } = pageSchema.safeParse(jsonOf(answer));
    if (!success) throw new WorldError("calcom-odd", "a list of bookings");
    for (const row of data.data) await onRow(row);
    const more = data.data.length > 0 && (data.pagination?.hasNextPage ?? data.data.length >= onAPage);
    if (!more || page >= mostPages) return { pages: page, finished: !more };
    const last = instantOf((data.data.at(-1) as Record<string, unknown>)[list.key], "UTC");
    // One less, since "after" may leave out the moment itself.
    const next = last === null ? after : last - 1;
    [after, skip] = next > after ? [next, 0] : [after, skip + data.data.length];
  }
}

/** A server that is too old for a filter turns the whole question down. */
function asOdd(error: unknown): never {
  if (!(error instanceof WorldError && error.code === "calcom-not-allowed")) throw error;
  throw new WorldError("calcom-odd", error.detail);
}
