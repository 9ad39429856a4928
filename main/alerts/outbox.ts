import type { Outcome, OwedAlert } from "../bookings/store/schedule-queries.ts";
import { coalesce } from "../lifecycle/coalesce.ts";

/** What the outbox needs of the rest of Bookbell. */
export interface OutboxParts {
  owed(): Promise<readonly OwedAlert[]>;
  settle(seq: number, outcome: Outcome, at: number): Promise<void>;
  /** Tells the user, or decides not to; "failed" when no way of telling worked. */
  tell(alert: OwedAlert): Promise<Outcome>;
  now(): number;
  onFault(error: unknown): void;
}

/**
 * Tells what is owed, oldest first, one at a time. Call it after every delivery and at start: what a crash left
 * untold is told then.
 */
export function createOutbox({ owed, settle, tell, now, onFault }: OutboxParts): () => Promise<void> {
  return coalesce(async () => {
    for (const alert of await owed()) await settle(alert.seq, await tell(alert), now());
  }, onFault);
}
