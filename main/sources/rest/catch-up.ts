import type { Taken } from "../../bookings/delivery.ts";
import { coalesce } from "../../lib/coalesce.ts";
import { createEvent } from "../../lib/event.ts";
import { WorldError } from "../../lib/world-error.ts";

/** One booking as a service has it now. */
export interface Fetched {
  /** As a webhook would have brought it. */
  readonly body: Uint8Array;
  /** When the service last changed it, epoch milliseconds; null where it does not tell. */
  readonly changedAt: number | null;
}

/** What asking for all that changed came to. */
export interface CaughtUp {
  /** Until when everything is known, on the service's clock; moves on only when nothing before it is missing. */
  readonly watermark: number | null;
  /** How many bookings could not be read. */
  readonly unread: number;
  /** Every list had an end: otherwise Bookbell gave it up. */
  readonly finished: boolean;
  /** How many questions it took. */
  readonly pages: number;
}

/** What is remembered from one run of Bookbell to the next; null = nothing was fetched yet. */
export interface CatchUpMemory {
  readonly watermark: number | null;
  /** What happened before is no news. */
  readonly silentUntil: number | null;
}

/** What fetching what was missed needs of the rest of Bookbell. */
export interface CatchUpParts<Row extends Fetched> {
  /** Whose bookings can be asked for; null = the service cannot be asked. */
  whose(): string | null;
  /**
   * Hands `take` all that changed since the watermark `since`, or, with null, all that a newcomer wants.
   * @throws WorldError; what was taken until then stays taken
   */
  ask(whose: string, question: { since: number | null; take(row: Row): Promise<boolean> }): Promise<CaughtUp>;
  /** The service's clock, as far as its answers tell it. */
  serviceNow(): number;
  readonly memory: { get(): CatchUpMemory; change(part: Partial<CatchUpMemory>): unknown };
  caughtUp(how: CaughtUp | { error: unknown }): void;
  /** Keeps a booking as if a webhook had brought it; `quietly` = nobody is to be told. */
  take(body: Uint8Array, quietly: boolean): Promise<Taken>;
  now(): number;
  /**
   * The service was asked about all until `at`, and had so many bookings that were new or changed; `whole` = there are no
   * others. False = count them again.
   */
  onFetched(fetched: { at: number; count: number; whole: boolean }): Promise<boolean>;
  onFault(error: unknown): void;
}

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * How long to leave a service alone after a run of so many pages, milliseconds: ten a minute at most, on average. What came
 * to no end is tried ever more seldom, down to once a day; `unfinished` counts such runs in a row.
 */
export const pauseAfter = (pages: number, unfinished: number): number =>
  Math.min(day, Math.max(10 * minute, (pages / 10) * minute) * 2 ** unfinished);

/** A fault of the disk is everybody's; what the store's own code stumbles over is one booking's. */
export const inOwnWords =
  (onFault: (error: unknown) => void) =>
  (error: Error & { code?: string }): never => {
    if (error.code !== "" && !error.code?.startsWith("ERR_"))
      throw new WorldError("store-closed", error.code ?? error.message);
    onFault(error);
    throw error;
  };

/** Asks a service for what its webhooks did not bring: at start, after each gap, and every ten minutes. */
export function createCatchUp<Row extends Fetched>(parts: CatchUpParts<Row>) {
  const { memory } = parts;
  const kept = createEvent();
  /** Of a run that broke off or came within a gap, too: the next one finds those known already. */
  let fetched = 0;
  let unfinished = 0;
  let dueAt = 0;

  async function take({ body, changedAt }: Row): Promise<boolean> {
    const { watermark, silentUntil } = memory.get();
    const quietly = changedAt === null ? watermark === null : changedAt < (silentUntil ?? 0);
    const taken = await parts.take(body, quietly).catch(inOwnWords(parts.onFault));
    if (taken.verdict === "first" || (taken.verdict === "newer" && taken.change)) fetched += 1;
    return taken.verdict !== "unreadable";
  }

  const run: () => Promise<void> = coalesce(async () => {
    const whose = parts.whose();
    if (whose === null) return;
    const at = parts.now();
    const { watermark, silentUntil } = memory.get();
    // Whoever has just connected knows these bookings, and is told of what comes from now on.
    if (watermark === null && silentUntil === null) memory.change({ silentUntil: parts.serviceNow() });
    try {
      const found = await parts.ask(whose, { since: watermark, take });
      // The key was taken out meanwhile, or another's set: the next run asks for theirs.
      if (parts.whose() !== whose) return;
      unfinished = found.finished ? 0 : unfinished + 1;
      dueAt = parts.now() + pauseAfter(found.pages, unfinished);
      memory.change({ watermark: found.watermark });
      parts.caughtUp(found);
      const whole = found.finished && found.unread === 0;
      if (await parts.onFetched({ at, count: fetched, whole })) fetched = 0;
    } catch (error) {
      parts.caughtUp({ error });
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
