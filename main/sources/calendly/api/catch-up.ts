import { createHash } from "node:crypto";
import { z } from "zod";
import { WorldError } from "../../../lib/world-error.ts";
import type { Call } from "../../rest/call.ts";
import type { CaughtUp, Fetched } from "../../rest/catch-up.ts";
import { instantOf } from "../../timekit/time.ts";
import { lastPartOf } from "../uris.ts";
import { pagesOf } from "./answers.ts";
import { deliveryOf } from "./bookings.ts";

export interface CatchUp {
  /** Whose bookings, by what Calendly calls its user. */
  readonly user: string;
  /** The watermark of the last one; null = never done. */
  readonly since: number | null;
  /** Calendly's clock, as far as its answers tell it. */
  now(): number;
  /**
   * Takes one booking, as if a webhook had brought it. False = it cannot be read. Rejects with a WorldError when nothing can
   * be kept now; with any other error it is this one's own fault.
   */
  take(row: Row): Promise<boolean>;
}

/** One booking as it is now. */
export interface Row extends Fetched {
  /** What Calendly calls it by. */
  readonly uri: string;
  /** The same as long as nothing differs but what others do to the event that it is for. */
  readonly content: string;
}

const minute = 60_000;
const day = 24 * 60 * minute;
/** For what Calendly writes down a little late, and for clocks that differ. */
const overlap = 10 * minute;
const firstTime = 30 * day;

const eventSchema = z.looseObject({
  uri: z.string().min(1),
  updated_at: z.string().catch(""),
  invitees_counter: z.looseObject({ limit: z.number().catch(1) }).catch({ limit: 1 }),
});
const inviteeSchema = z.looseObject({ uri: z.string().min(1), updated_at: z.string().catch("") });
type Event = z.infer<typeof eventSchema>;

/**
 * Reads what changed since the last time. Calendly cannot be asked for that: its list has the events by their start, so all
 * of a day before then on are looked through. Who comes to an event is a question for each, which is asked only about
 * those that changed, and about those that several can book: that somebody else did so need not change them.
 * @throws WorldError; what was taken until then stays taken
 */
export async function catchUp(call: Call, { user, since, now, take }: CatchUp): Promise<CaughtUp> {
  // One that lies ahead was set by a clock that was wrong.
  const from = since !== null && since <= now() + minute ? since : null;
  const until = from === null ? null : from - overlap;
  const watermark = now();
  const counts = { pages: 0, unread: 0 };
  let finished = true;

  async function takeInvitees(event: Event): Promise<void> {
    const path = `/scheduled_events/${lastPartOf(event.uri)}/invitees`;
    for await (const rows of pagesOf(call, path)) {
      counts.pages += 1;
      finished &&= rows !== null;
      for (const row of rows ?? []) {
        const { data } = inviteeSchema.safeParse(row);
        if (!data || !(await taken(rowOf(user, event, data)))) counts.unread += 1;
      }
    }
  }

  /** What the store's own code stumbles over is one booking's; all else is everybody's. */
  async function taken(row: Row): Promise<boolean> {
    try {
      return await take(row);
    } catch (error) {
      if (error instanceof WorldError) throw error;
      return false;
    }
  }

  const first = until === null ? now() - firstTime : until - day;
  const min_start_time = new Date(first).toISOString();
  for await (const rows of pagesOf(call, "/scheduled_events", {
    user,
    sort: "start_time:asc",
    min_start_time,
  })) {
    counts.pages += 1;
    finished &&= rows !== null;
    for (const row of rows ?? []) {
      const { data: event } = eventSchema.safeParse(row);
      if (!event) {
        counts.unread += 1;
        continue;
      }
      const updatedAt = instantOf(event.updated_at, "UTC");
      const mayDiffer = until === null || updatedAt === null || updatedAt >= until;
      if (mayDiffer || event.invitees_counter.limit > 1) await takeInvitees(event);
    }
  }
  return { ...counts, finished, watermark: finished ? watermark : since };
}

function rowOf(user: string, event: Event, invitee: z.infer<typeof inviteeSchema>): Row {
  const told = [event, invitee]
    .map(({ updated_at }) => instantOf(updated_at, "UTC"))
    .filter((at) => at !== null);
  const { updated_at: _, invitees_counter: __, ...own } = event;
  return {
    uri: invitee.uri,
    body: deliveryOf(user, event, invitee),
    changedAt: told.length > 0 ? Math.max(...told) : null,
    content: createHash("sha256")
      .update(JSON.stringify([own, invitee]))
      .digest("hex"),
  };
}
