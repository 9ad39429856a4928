import { uptime } from "node:os";

/** Clocks that nobody can set, in milliseconds from some start. */
export interface Clocks {
  /** Goes on while the computer sleeps. */
  elapsed(): number;
  /** Stands still meanwhile; null where no clock does. */
  readonly awake: (() => number) | null;
}

/**
 * Linux counts awake time in CLOCK_MONOTONIC, which is Node's `performance`, and all of it since it started. Node's clocks
 * of macOS and Windows (mach_continuous_time, QueryPerformanceCounter) both count sleep.
 */
export const systemClocks: Clocks =
  process.platform === "linux"
    ? { elapsed: () => uptime() * 1_000, awake: () => performance.now() }
    : { elapsed: () => performance.now(), awake: null };
