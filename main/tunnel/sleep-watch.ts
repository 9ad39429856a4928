import type { GapReason } from "../../common/tunnel.ts";
import type { Clocks } from "../lib/clocks.ts";

/** Electron's powerMonitor, as far as sleep goes. On some systems it tells of each twice, or not at all. */
interface PowerEvents {
  on(event: "suspend" | "resume", listener: () => void): unknown;
  off(event: "suspend" | "resume", listener: () => void): unknown;
}

/** A span in which Bookbell could do nothing; epoch milliseconds, by the computer's clock as it is now. */
export interface Standstill {
  readonly from: number;
  readonly to: number;
  readonly reason: Extract<GapReason, "asleep" | "not-running">;
}

/** What noticing sleep needs of the rest of Bookbell. */
export interface SleepWatchParts {
  readonly power: PowerEvents;
  readonly clocks: Clocks;
  now(): number;
  /** Once for each sleep, and for each time in which Bookbell was kept from running. */
  onStandstill(standstill: Standstill): void;
}

const beatMs = 15_000;

/** A beat, and as much as a busy computer may need; far more where sleep and business look the same. */
const overdueMs = { told: 45_000, untold: 150_000 };

/** Notices that the computer slept, by its own word or by a beat that took too long, and that Bookbell was stopped. */
export function createSleepWatch({ power, clocks, now, onStandstill }: SleepWatchParts) {
  const read = () => ({ elapsed: clocks.elapsed(), awake: clocks.awake?.() ?? null });
  let last = read();
  let asleepSince: number | null = null;

  function suspended() {
    asleepSince ??= clocks.elapsed();
  }

  function beat() {
    const at = read();
    const reason = asleepSince === null ? reasonOf(last, at) : "asleep";
    const since = asleepSince ?? last.elapsed;
    asleepSince = null;
    last = at;
    const to = now();
    if (reason) onStandstill({ from: Math.round(to - (at.elapsed - since)), to, reason });
  }

  return {
    /** Looks whether the time since it last did was spent awake. */
    beat,
    /** Looks every fifteen seconds, and when the computer wakes. Returns what ends that. */
    start(): () => void {
      last = read();
      power.on("suspend", suspended);
      power.on("resume", beat);
      const beating = setInterval(beat, beatMs);
      return () => {
        clearInterval(beating);
        power.off("suspend", suspended);
        power.off("resume", beat);
      };
    },
  };
}

interface Reading {
  readonly elapsed: number;
  readonly awake: number | null;
}

function reasonOf(before: Reading, after: Reading): Standstill["reason"] | null {
  const passed = after.elapsed - before.elapsed;
  if (before.awake === null || after.awake === null) return passed > overdueMs.untold ? "asleep" : null;
  if (passed <= overdueMs.told) return null;
  return after.awake - before.awake > passed / 2 ? "not-running" : "asleep";
}
