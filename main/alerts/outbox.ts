import type { Outcome, OwedAlert, Settled } from "../bookings/store/schedule-queries.ts";
import { coalesce } from "../lifecycle/coalesce.ts";
import { type Burst, burstOf, calm } from "./burst.ts";
import type { openToldNote } from "./told-note.ts";

/** What the outbox needs of the rest of Bookbell. */
export interface OutboxParts {
  owed(): Promise<readonly OwedAlert[]>;
  settle(settled: readonly Settled[]): Promise<void>;
  /** Whether to show an alert, or why not. */
  decide(alert: OwedAlert): "show" | Outcome;
  show(alert: OwedAlert): Promise<Outcome>;
  /** Shows all of a burst as one, in the place of what it showed of it before. */
  showDigest(alerts: readonly OwedAlert[]): Promise<Outcome>;
  /** Settles after a moment: how soon a digest changes, at most, while bookings pour in. */
  pause(): Promise<void>;
  note: ReturnType<typeof openToldNote>;
  now(): number;
  onFault(error: unknown): void;
}

/**
 * Tells what is owed, oldest first; what nobody is told, and what a digest tells, is settled together. Call it after
 * every delivery and at start: what a crash left untold is told then, and what it cut off right after the telling is not told again.
 */
export function createOutbox(parts: OutboxParts): () => Promise<void> {
  const { note, now } = parts;
  let cutOff = note.last();
  let burst: Burst<OwedAlert> = calm;

  async function settle(alerts: readonly OwedAlert[], outcome: Outcome) {
    if (alerts.length > 0) await parts.settle(alerts.map(({ seq }) => ({ seq, outcome, at: now() })));
  }

  async function settleSilent(owed: readonly OwedAlert[]): Promise<readonly OwedAlert[]> {
    const decided = owed.map((alert) => ({ alert, outcome: parts.decide(alert) }));
    const silent = decided.flatMap(({ alert: { seq }, outcome }) =>
      outcome === "show" ? [] : [{ seq, outcome, at: now() }],
    );
    if (silent.length > 0) await parts.settle(silent);
    return decided.filter(({ outcome }) => outcome === "show").map(({ alert }) => alert);
  }

  async function tell(told: readonly OwedAlert[], outcome: Promise<Outcome>) {
    const came = await outcome;
    note.told(told.map(({ seq }) => seq));
    await settle(told, came);
  }

  return coalesce(async () => {
    const loud = await settleSilent(await parts.owed());
    await settle(
      loud.filter(({ seq }) => cutOff.has(seq)),
      "shown",
    );
    const untold = loud.filter(({ seq }) => !cutOff.has(seq));
    cutOff = new Set();
    if (untold.length === 0) return;
    burst = burstOf(burst, untold, now());
    if (burst.digest.length === 0) for (const alert of untold) await tell([alert], parts.show(alert));
    else {
      await tell(untold, parts.showDigest(burst.digest));
      await parts.pause();
    }
  }, parts.onFault);
}
