import type { Taken } from "../../bookings/delivery.ts";
import { coalesce } from "../../lib/coalesce.ts";
import { createEvent } from "../../lib/event.ts";
import { WorldError } from "../../lib/world-error.ts";
import type { CalcomApi } from "./api/api.ts";
import type { Fetched } from "./api/catch-up.ts";
import type { CalcomConnection, CalcomConnectionParts } from "./connection.ts";

/** What fetching what was missed needs of the rest of Bookbell. */
export interface CalcomCatchUpParts {
  readonly api: Pick<CalcomApi, "catchUp" | "calcomsNow">;
  readonly connection: Pick<CalcomConnection, "caughtUp" | "isOn">;
  readonly memory: CalcomConnectionParts["memory"];
  /** Keeps a booking as if a webhook had brought it; `quietly` = nobody is to be told. */
  take(body: Uint8Array, quietly: boolean): Promise<Taken>;
  now(): number;
  /**
   * Cal.com was asked about all until `at`, and had so many bookings that were new or changed; `whole` = there are no
   * others. False = count them again.
   */
  onFetched(fetched: { at: number; count: number; whole: boolean }): Promise<boolean>;
  onFault(error: unknown): void;
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** Ten pages a minute at most, on average; what came to no end is tried ever more seldom, down to once a day. */
const pauseAfter = (pages: number, unfinished: number): number =>
  Math.min(day, Math.max(10 * minute, (pages / 10) * minute) * 2 ** unfinished);

/** Asks Cal.com for what webhooks did not bring: at start, after each gap, and every ten minutes. It posts only once. */
export function createCalcomCatchUp(parts: CalcomCatchUpParts) {
  const { api, connection, memory } = parts;
  const kept = createEvent();
  /** Of a run that broke off or came within a gap, too: the next one finds those known already. */
  let fetched = 0;
  let unfinished = 0;
  let dueAt = 0;

  async function take({ body, changedAt }: Fetched): Promise<boolean> {
    const { watermark, silentUntil } = memory.get();
    const quietly = changedAt === null ? watermark === null : changedAt < (silentUntil ?? 0);
    const taken = await parts.take(body, quietly).catch(inOwnWords);
    if (taken.verdict === "first" || taken.verdict === "newer") fetched += 1;
    return taken.verdict !== "unreadable";
  }

  const run: () => Promise<void> = coalesce(async () => {
    if (!connection.isOn()) return;
    const at = parts.now();
    const { watermark, silentUntil } = memory.get();
    // Whoever has just connected knows these bookings, and is told of what comes from now on.
    if (watermark === null && silentUntil === null) memory.change({ silentUntil: api.calcomsNow() });
    try {
      const found = await api.catchUp({ since: watermark, take });
      // The key was taken out meanwhile.
      if (!connection.isOn()) return;
      unfinished = found.finished ? 0 : unfinished + 1;
      dueAt = parts.now() + pauseAfter(found.pages, unfinished);
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
