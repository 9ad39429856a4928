import type { Standing } from "../../common/destination-view.ts";
import type { DestinationKind } from "../../common/destinations.ts";
import { coalesce } from "../lib/coalesce.ts";
import { isTooLate } from "./backoff-plan.ts";
import type { Batch, Destination, Outcome } from "./destination.ts";
import { mostAtOnce, nextBatch } from "./next-batch.ts";
import { type PersistParts, pauseUntil, persist } from "./persist.ts";
import type { Queue, Settled, Waiting } from "./queue.ts";
import { sliceMs, verdictOf, working } from "./verdict.ts";

/** A destination that can be sent to. */
export interface Opened {
  readonly kind: DestinationKind;
  /** What may be said of its address. */
  readonly host: string;
  readonly destination: Destination;
}

/** What sending needs of the rest of Bookbell. */
export interface SendingParts extends PersistParts {
  readonly queue: Queue;
  /** Reads its address, and its keys, anew. */
  open(id: string): Promise<Opened>;
  /** How it is, as last settled. */
  standingOf(id: string): Standing;
  /** A try has ended: for the log, and so without anything of a message. A null outcome is none: this computer is offline. */
  onTried(
    id: string,
    tried: { readonly messages: number; readonly tries: number; readonly outcome: Outcome | null },
  ): void;
  /** Something of it was settled. */
  onSettled(id: string): void;
  /** Whether this computer has a network. */
  online(): boolean;
  now(): number;
  /** Gives 0 to 1. */
  random(): number;
}

/** Between two to Slack, which takes one a second. */
const slackPauseMs = 1_100;

/** Sends what waits for one destination, in order, one try at a time. */
export function createOneDestination(id: string, parts: SendingParts) {
  const { queue, now, online, onFault } = parts;
  const ending = new AbortController();
  let waiting = new AbortController();
  let isRoused = false;
  let isRetried = false;
  let standing: Standing = working;
  /** Those tried since the computer woke, or Bookbell started: by what was tried, as the clock may be set. */
  const triedAwake = new Set<number>();

  const run = coalesce(async () => {
    standing = parts.standingOf(id);
    while (!ending.signal.aborted && (await step().catch(failed)));
  }, onFault);

  /** In slices that count only while online, so that a sleep counts as one slice at most. Ends once it is roused. */
  async function wait(ms: number) {
    let left = ms;
    while (left > 0 && !isRoused && !ending.signal.aborted) {
      const slice = Math.min(left, sliceMs);
      waiting = new AbortController();
      await pauseUntil(slice, parts.pause, waiting.signal);
      if (online()) left -= slice;
    }
  }

  async function failed(error: unknown) {
    if (ending.signal.aborted) return false;
    onFault(error);
    await wait(sliceMs);
    return true;
  }

  async function settle(rows: readonly Waiting[], settled: Settled, next: Standing | null) {
    const seqs = rows.map(({ seq }) => seq);
    // What was begun has to be settled: only then is it known that it was sent, or looked at again.
    await persist(() => queue.settle(id, seqs, settled, next), parts, ending.signal);
    standing = next ?? standing;
    for (const seq of seqs)
      if (settled.state !== "owed") triedAwake.delete(seq);
      else if (settled.tried) triedAwake.add(seq);
    if (!ending.signal.aborted) parts.onSettled(id);
  }

  const become = (next: Standing) =>
    settle([], { state: "owed", why: null, doubtful: false, refused: false, tried: false }, next);

  /** @returns whether there may be more to do */
  async function step(): Promise<boolean> {
    isRoused = false;
    if (isRetried && standing.state === "stopped") await become(working);
    isRetried = false;
    if (standing.state === "stopped") return false;
    const first = await queue.waiting(id, 1);
    if (first.length === 0) return false;
    const opened = await parts.open(id);
    if (ending.signal.aborted) return false;
    const rows = opened.kind === "url" ? first : await queue.waiting(id, mostAtOnce);
    const late = rows.filter((row) =>
      isTooLate({ ...row, kind: opened.kind, triedAwake: triedAwake.has(row.seq) }, now()),
    );
    if (late.length > 0) {
      await settle(late, { state: "given-up", why: { code: "message-late" } }, null);
      return true;
    }
    const batch = online() ? nextBatch(rows, opened.kind, now()) : sliceMs;
    if (batch === null) return false;
    if (typeof batch === "number") await wait(batch);
    else await send(batch, opened);
    return true;
  }

  async function send(batch: Batch<Waiting>, opened: Opened) {
    const outcome = await attempt(batch, opened.destination);
    if (ending.signal.aborted) return;
    parts.onTried(id, { messages: batch.length, tries: batch[0].tries + 1, outcome });
    const { kind, host } = opened;
    const verdict = verdictOf(outcome, { kind, host, batch, standing, now: now(), random: parts.random });
    for (const [settled, rows] of grouped(batch, verdict.settled))
      await settle(rows, settled, verdict.standing);
    if (kind !== "url" && outcome) await pauseUntil(slackPauseMs, parts.pause, ending.signal);
    if (standing.state !== "stopped") await wait(verdict.waitMs);
  }

  /** Null also where nothing could be begun. */
  async function attempt(batch: Batch<Waiting>, destination: Destination): Promise<Outcome | null> {
    try {
      const seqs = batch.map(({ seq }) => seq);
      await queue.begin(seqs);
      if (ending.signal.aborted) return null;
      return await destination.send(batch, ending.signal);
    } catch (error) {
      if (!ending.signal.aborted) onFault(error);
      return null;
    }
  }

  function rouse() {
    isRoused = true;
    waiting.abort();
  }

  return {
    /** Sends until nothing waits; costs next to nothing where that is under way. */
    run,
    /** Ends a wait, and tries also where it is stopped. */
    retry(): void {
      isRetried = true;
      rouse();
      void run();
    },
    /** The computer woke: everything is tried once. */
    resumed(): void {
      triedAwake.clear();
      rouse();
    },
    /** Ends what is under way; what was begun stays so. Settles once nothing more is done. */
    close(): Promise<void> {
      ending.abort();
      waiting.abort();
      return run();
    },
  };
}

/** Those of which the same becomes, together. */
function grouped(batch: Batch<Waiting>, settledOf: (row: Waiting) => Settled) {
  const groups = new Map<string, [Settled, Waiting[]]>();
  for (const row of batch) {
    const settled = settledOf(row);
    const group = groups.get(JSON.stringify(settled));
    if (group) group[1].push(row);
    else groups.set(JSON.stringify(settled), [settled, [row]]);
  }
  return groups.values();
}
