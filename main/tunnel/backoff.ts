import { grownMs, jittered } from "../lib/backoff.ts";
import type { Provider } from "./provider.ts";

/** A server that was away for up to ten minutes is back within ten seconds: a pause, and one try. */
const soonMs = 8_000;
const soonForMs = 10 * 60_000;

/** What is known of an absence. */
export interface Absence {
  /** Failed tries in a row, one at least. */
  readonly failures: number;
  /** Since the first of them, milliseconds. */
  readonly lastsMs: number;
  /** The server was there, and said no: it is not asked again so soon. */
  readonly turnedDown: boolean;
}

/**
 * How long to wait before the next try, in milliseconds. Any length up to the bound is as likely (full jitter), so that
 * many laptops that lost the same server do not come back at once. In the first ten minutes of an absence the bound is
 * eight seconds at most; from then on it grows with the absence, up to the provider's cap.
 */
export function backoffMs(
  { shared, ...growth }: Provider["backoff"],
  { failures, lastsMs, turnedDown }: Absence,
  random: () => number,
): number {
  const grown = grownMs(growth, failures);
  const mayBeBack = shared || turnedDown ? grown : soonMs * Math.max(1, lastsMs / soonForMs);
  return jittered(Math.min(grown, mayBeBack), random);
}
