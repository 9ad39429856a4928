import type { GapReason } from "../../common/tunnel.ts";
import { coalesce } from "../lib/coalesce.ts";
import type { StoreCalls } from "../store/thread/client.ts";
import type { Standstill } from "./sleep-watch.ts";

/** What keeping the gaps needs of the rest of Bookbell. */
export interface GapLedgerParts {
  readonly store: StoreCalls<{ gaps: "add" | "open" | "close" | "alive" | "contact" | "resume" }>;
  /** Whether a tunnel is to be open: without one nothing is a gap. */
  wanted(): boolean;
  /** For how long somebody else keeps what arrives while Bookbell is away; 0 = nobody does. */
  keptMs(): number;
  now(): number;
  /** A clock that nobody can set, in milliseconds from some start. */
  elapsed(): number;
  onFault(error: unknown): void;
}

/**
 * Keeps the spans in which nothing could have arrived, in the order in which they came. What the store cannot keep now,
 * because its disk is full, is kept with the next call; `minute` is the last resort.
 */
export function createGapLedger({ store, wanted, keptMs, now, elapsed, onFault }: GapLedgerParts) {
  const waiting: (() => Promise<void>)[] = [];
  /** What keeps webhooks out now; the first is the one whose gap is open. */
  let causes: readonly GapReason[] = [];
  /** When the open gap began, on the clock that nobody can set. */
  let begun = 0;
  /** Until then nothing is written: a heartbeat would hide that Bookbell did not run. */
  let isStarted = false;
  const write = coalesce(async () => {
    if (!isStarted) return;
    for (let next = waiting[0]; next; next = waiting[0]) {
      await next();
      waiting.shift();
    }
    if (!keeps()) await store.gaps.alive(now());
  }, onFault);

  const keeps = () => keptMs() > 0;

  function open(reason: GapReason, at: number) {
    begun = elapsed() - (now() - at);
    keep(() => store.gaps.open(at, reason));
  }

  function keep(job: () => Promise<void>) {
    waiting.push(job);
    void write();
  }

  return {
    /** To be called once, before anything can arrive. */
    start(): void {
      const [at, was, kept] = [now(), wanted(), keeps()];
      isStarted = true;
      waiting.unshift(() => store.gaps.resume(at, was, kept));
      void write();
    },
    /** Nothing arrives from `at` on, for this reason. */
    begin(reason: GapReason, at: number): void {
      // What arrives where it is kept is late, and not lost.
      if (keeps() && reason !== "unreachable") return;
      if (causes.includes(reason)) return;
      causes = [...causes, reason];
      if (causes.length === 1) open(reason, at);
    },
    /** That reason is gone; another may be left. */
    end(reason: GapReason, at: number): void {
      const [shown] = causes;
      causes = causes.filter((cause) => cause !== reason);
      if (shown !== reason) return;
      // The clock may have been set meanwhile.
      const from = Math.round(at - (elapsed() - (now() - at) - begun));
      keep(() => store.gaps.close(at, from));
      const [left] = causes;
      if (left) open(left, at);
    },
    /** Bookbell could do nothing, and can again. */
    stoodStill({ from, to, reason }: Standstill): void {
      if (wanted() && !keeps()) keep(() => store.gaps.add(from, to, reason));
    },
    /** Something came from who keeps what arrives: Bookbell is there again, or still. */
    contact(): void {
      const [at, kept] = [now(), keptMs()];
      if (kept > 0) keep(() => store.gaps.contact(at, kept));
    },
    /** The heartbeat, from which the next run knows when this one ended. Never rejects. */
    minute: write,
  };
}
