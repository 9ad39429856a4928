import type { Outcome, OwedAlert, Settled } from "../bookings/store/schedule-queries.ts";
import { coalesce } from "../lifecycle/coalesce.ts";
import type { openToldNote } from "./told-note.ts";

/** What the outbox needs of the rest of Bookbell. */
export interface OutboxParts {
  owed(): Promise<readonly OwedAlert[]>;
  settle(settled: readonly Settled[]): Promise<void>;
  /** Whether to show an alert, or why not. */
  decide(alert: OwedAlert): "show" | Outcome;
  show(alert: OwedAlert): Promise<Outcome>;
  note: ReturnType<typeof openToldNote>;
  now(): number;
  onFault(error: unknown): void;
}

/**
 * Tells what is owed, oldest first, one at a time; what nobody is told is settled together. Call it after every
 * delivery and at start: what a crash left untold is told then, and what it cut off right after the telling is not told again.
 */
export function createOutbox({
  owed,
  settle,
  decide,
  show,
  note,
  now,
  onFault,
}: OutboxParts): () => Promise<void> {
  let cutOff = note.last();

  async function tell(alert: OwedAlert): Promise<Outcome> {
    const told = alert.seq === cutOff;
    cutOff = null;
    if (told) return "shown";
    const outcome = await show(alert);
    note.told(alert.seq);
    return outcome;
  }

  return coalesce(async () => {
    const decided = (await owed()).map((alert) => ({ alert, outcome: decide(alert) }));
    const silent = decided.flatMap(({ alert: { seq }, outcome }) =>
      outcome === "show" ? [] : { seq, outcome, at: now() },
    );
    if (silent.length > 0) await settle(silent);
    for (const { alert, outcome } of decided)
      if (outcome === "show") await settle([{ seq: alert.seq, outcome: await tell(alert), at: now() }]);
  }, onFault);
}
