import type { Keep } from "../bookings/retention-rule.ts";
import { coalesce } from "../lib/coalesce.ts";

/** What retention needs of the rest of Bookbell. */
export interface RetentionParts {
  /** Removes one small slice; true = there may be more. */
  prune(keep: Keep, clock: number): Promise<boolean>;
  /** Takes what is gone out of the index of words, some of it; true = there may be more. */
  tidy(): Promise<boolean>;
  keep(): Keep;
  now(): number;
  onFault(error: unknown): void;
}

/**
 * Removes what is older than the user wants to keep. Call it now and then: slice after slice, so that a delivery
 * that comes meanwhile waits for one slice at most.
 */
export function createRetention({ prune, tidy, keep, now, onFault }: RetentionParts): () => Promise<void> {
  return coalesce(async () => {
    const wanted = keep();
    while (await prune(wanted, now()));
    while (await tidy());
  }, onFault);
}
