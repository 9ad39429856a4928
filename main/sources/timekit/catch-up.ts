import { problem } from "../../../common/problems.ts";
import type { Gap } from "../../../common/tunnel.ts";
import type { Taken } from "../../bookings/delivery.ts";
import { coalesce } from "../../lib/coalesce.ts";
import { createEvent } from "../../lib/event.ts";
import type { SettingsStore } from "../../settings/settings.ts";
import { inOwnWords, pauseAfter } from "../rest/catch-up.ts";
import type { TimekitApi } from "./api/api.ts";
import { type CaughtUp, overlap } from "./api/catch-up.ts";
import type { Row } from "./api/row.ts";
import type { Connection } from "./connection.ts";
import { shouldHaveCome } from "./only-by-asking.ts";

/** What fetching what was missed needs of the rest of Bookbell. */
export interface CatchUpParts {
  readonly api: Pick<TimekitApi, "catchUp" | "timekitsNow">;
  readonly connection: Pick<Connection, "caughtUp" | "isOn" | "isPosted" | "onlyAsked" | "registeredAt">;
  readonly settings: Pick<SettingsStore, "get" | "change">;
  /** Keeps a booking as if a webhook had brought it; `quietly` = nobody is to be told. */
  take(body: Uint8Array, quietly: boolean): Promise<Taken>;
  now(): number;
  /** Since when webhooks have arrived without a break; null = they do not now. */
  receivingSince(): number | null;
  gaps(): Promise<readonly Gap[]>;
  /** Asks for single bookings, and resolves true when `take` says of one that Timekit's list has kept it back. */
  reread(take: (row: Row) => Promise<boolean>): Promise<boolean>;
  /**
   * Timekit was asked about all until `at`, and had so many bookings that were new or changed; `whole` = there are no
   * others. False = count them again.
   */
  onFetched(fetched: { at: number; count: number; whole: boolean }): Promise<boolean>;
  onFault(error: unknown): void;
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** Asks Timekit for what webhooks did not bring: at start, after each gap, and every ten minutes. */
export function createCatchUp(parts: CatchUpParts) {
  const { api, connection, settings } = parts;
  const kept = createEvent();
  /** Of a run that broke off or came within a gap, too: the next one finds those known already. */
  let fetched = 0;
  /** When, and for whose bookings, Timekit last proved to keep the order that it is asked for. */
  let proof: { at: number; resource: string | null } | null = null;
  let unfinished = 0;
  let dueAt = 0;
  /** Bookings are asked for one by one once a day, but not in the busy first minutes. */
  let rereadAt = parts.now() + 10 * minute;
  /** In this run of Bookbell, Timekit's list was found to keep changes back. */
  let distrusted = false;

  /** Resolves false for what cannot be read. */
  function takerOf(gaps: readonly Gap[]) {
    const [watermark, silentUntil] = [settings.get("watermark"), settings.get("silentUntil")];
    const now = parts.now();
    const ahead = api.timekitsNow() - now;
    const listening = {
      receivingSince: parts.receivingSince(),
      registeredAt: connection.registeredAt(),
      gaps,
      now,
    };
    return async (row: Row): Promise<boolean> => {
      const changedAt = row.updatedAt ?? row.createdAt;
      const quietly = changedAt === null ? watermark === null : changedAt < (silentUntil ?? 0);
      const taken = await parts.take(row.body, quietly).catch(inOwnWords(parts.onFault));
      if (taken.verdict === "unreadable") return false;
      if (taken.verdict === "first" || taken.verdict === "newer") {
        fetched += 1;
        const isNews = taken.change !== null && !quietly && changedAt !== null && connection.isPosted(row);
        if (isNews && shouldHaveCome(changedAt - ahead, listening)) connection.onlyAsked(taken.bookingId);
      }
      return true;
    };
  }

  /** The order need not be proved more than once a day. */
  const isProved = (resource: string | null): boolean => {
    const age = proof && parts.now() - proof.at;
    return age !== null && age >= 0 && age < day && proof?.resource === resource;
  };

  function note(found: CaughtUp, resource: string | null): void {
    if (!found.proved) proof = null;
    else if (!isProved(resource)) proof = { at: parts.now(), resource };
    unfinished = found.finished ? 0 : unfinished + 1;
    dueAt = parts.now() + pauseAfter(found.pages, unfinished);
    const { watermark } = found;
    const silentUntil = settings.get("silentUntil");
    // Not beyond what was found: the clock that it was set by may be ahead.
    const silent =
      silentUntil !== null && watermark !== null ? Math.min(silentUntil, watermark) : silentUntil;
    settings.change({ watermark, silentUntil: silent });
    connection.caughtUp({
      problem: found.finished ? null : problem("timekit-endless"),
      unread: found.unread,
    });
  }

  /** Finds out whether the list tells all that changed; if it does not, all is read anew, as far back as the first time. */
  async function reread(): Promise<void> {
    const watermark = settings.get("watermark");
    if (watermark === null || parts.now() < rereadAt) return;
    rereadAt = parts.now() + day;
    const keptBack = await parts.reread(async ({ body, updatedAt }) => {
      const taken = await parts.take(body, false).catch(inOwnWords(parts.onFault));
      const isNews = taken.verdict === "newer" && taken.change !== null;
      return isNews && updatedAt !== null && updatedAt < watermark - overlap;
    });
    if (!keptBack) return;
    distrusted = true;
    settings.change({ watermark: Math.min(watermark, api.timekitsNow() - 30 * day) });
    dueAt = parts.now();
    void run();
  }

  const run: () => Promise<void> = coalesce(async () => {
    if (!connection.isOn()) return;
    const at = parts.now();
    const resource = settings.get("resource")?.id ?? null;
    // Whoever has just connected knows these bookings, and is told of what comes from now on.
    if (settings.get("watermark") === null && settings.get("silentUntil") === null)
      settings.change({ silentUntil: api.timekitsNow() });
    try {
      const found = await api.catchUp({
        since: settings.get("watermark"),
        resource,
        proved: isProved(resource),
        distrusted,
        take: takerOf(await parts.gaps()),
      });
      // Other bookings were chosen meanwhile: the next run asks for those.
      if ((settings.get("resource")?.id ?? null) === resource) {
        note(found, resource);
        if (await parts.onFetched({ at, count: fetched, whole: found.whole })) fetched = 0;
        await reread();
      }
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
}
