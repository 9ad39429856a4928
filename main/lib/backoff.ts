/** How the wait between two tries grows. */
export interface Growth {
  readonly baseMs: number;
  readonly capMs: number;
}

/** The wait after so many failures in a row, one at least: it doubles with each, up to the cap. */
export const grownMs = ({ baseMs, capMs }: Growth, failures: number): number =>
  Math.min(capMs, baseMs * 2 ** (failures - 1));

/**
 * A random part of a wait, from that share of it up to the whole, so that many who failed together do not come back
 * together. `random` gives 0 to 1.
 */
export const jittered = (ms: number, random: () => number, leastShare = 0): number =>
  ms * (leastShare + (1 - leastShare) * random());
