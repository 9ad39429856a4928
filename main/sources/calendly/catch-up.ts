import type { Taken } from "../../bookings/delivery.ts";
import { coalesce } from "../../lib/coalesce.ts";
import { createEvent } from "../../lib/event.ts";
import { WorldError } from "../../lib/world-error.ts";
import type { CalendlyApi } from "./api/api.ts";
import type { Row } from "./api/catch-up.ts";
import type { CalendlyConnection, CalendlyConnectionParts } from "./connection.ts";

/** What fetching what was missed needs of the rest of Bookbell. */
export interface CalendlyCatchUpParts {
  readonly api: Pick<CalendlyApi, "catchUp" | "calendlysNow">;
  readonly connection: Pick<CalendlyConnection, "account" | "caughtUp">;
  readonly memory: CalendlyConnectionParts["memory"];
  /** Keeps a booking as if a webhook had brought it; `quietly` = nobody is to be told. */
  take(body: Uint8Array, quietly: boolean): Promise<Taken>;
  now(): number;
  /**
   * Calendly was asked about all until `at`, and had so many bookings that were new or changed; `whole` = there are no
   * others. False = count them again.
   */
  onFetched(fetched: { at: number; count: number; whole: boolean }): Promise<boolean>;
  onFault(error: unknown): void;
}

const minute = 60_000;
const day = 24 * 60 * minute;
/** What came to no end is tried ever more seldom, down to once a day. */
const pauseAfter = (unfinished: number): number => Math.min(day, 10 * minute * 2 ** unfinished);

/** Asks Calendly for what webhooks did not bring: at start, after each gap, and every ten minutes. */
export function createCalendlyCatchUp(parts: CalendlyCatchUpParts) {
  const { api, connection, memory } = parts;
  const kept = createEvent();
  /** Of a run that broke off or came within a gap, too: the next one finds those known already. */
  let fetched = 0;
  /** Whoever comes to an event for several is asked for each time: what is as it was is no delivery. */
  const taken = new Map<string, string>();
  let unfinished = 0;
  let dueAt = 0;

  async function take({ uri, body, changedAt, content }: Row): Promise<boolean> {
    if (taken.get(uri) === content) return true;
    const { watermark, silentUntil } = memory.get();
    const quietly = changedAt === null ? watermark === null : changedAt < (silentUntil ?? 0);
    const became = await parts.take(body, quietly).catch(inOwnWords);
    if (became.verdict === "unreadable") return false;
    taken.set(uri, content);
    if (became.verdict === "first" || (became.verdict === "newer" && became.change)) fetched += 1;
    return true;
  }

  const run: () => Promise<void> = coalesce(async () => {
    const whose = connection.account();
    if (!whose) return;
    const at = parts.now();
    const { watermark, silentUntil } = memory.get();
    // Whoever has just connected knows these bookings, and is told of what comes from now on.
    if (watermark === null && silentUntil === null) memory.change({ silentUntil: api.calendlysNow() });
    try {
      const found = await api.catchUp({ user: whose.user, since: watermark, take });
      // Another's token was set meanwhile: the next run asks for theirs.
      if (connection.account()?.user !== whose.user) return;
      unfinished = found.finished ? 0 : unfinished + 1;
      dueAt = parts.now() + pauseAfter(unfinished);
      memory.change({ watermark: found.watermark });
      connection.caughtUp(found);
      const whole = found.finished && found.unread === 0;
      if (await parts.onFetched({ at, count: fetched, whole })) fetched = 0;
    } catch (error) {
      connection.caughtUp({ error });
    }
    kept.tell();
  }, parts.onFault);

  return {
    /** Never rejects. */
    run,
    /** What is kept may be other than before. */
    onKept: kept.on,
    /** Whether it is time to ask again without a reason. */
    isDue: (): boolean => parts.now() >= dueAt || dueAt - parts.now() > day,
  };

  /** A fault of the disk is everybody's; what the store's own code stumbles over is this one booking's. */
  function inOwnWords(error: Error & { code?: string }): never {
    if (error.code !== "" && !error.code?.startsWith("ERR_"))
      throw new WorldError("store-closed", error.code ?? error.message);
    parts.onFault(error);
    throw error;
  }
}
