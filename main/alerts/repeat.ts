import type { OwedAlert } from "../bookings/delivery.ts";
import { coalesce } from "../lib/coalesce.ts";
import type { StoreCalls } from "../store/thread/client.ts";
import type { Told } from "./notifiers/notifier.ts";
import { shortNoticeMs } from "./policy.ts";

/** How long somebody has to look before it is said again. */
const afterMs = 5 * 60_000;

interface RepeatParts {
  store: StoreCalls<{ alerts: "toRepeat" | "markRepeated" }>;
  /** Whether anything may be said now. */
  allowed(): boolean;
  /** Whether this one is still to be told. */
  wanted(alert: OwedAlert): boolean;
  show(alert: OwedAlert): Promise<Told>;
  now(): number;
  onFault(error: unknown): void;
}

/** Says once more, in the place of the first time, what came on short notice and nobody looked at. */
export function createRepeat({
  store,
  allowed,
  wanted,
  show,
  now,
  onFault,
}: RepeatParts): () => Promise<void> {
  /** By the alert's number: what the store could not mark is not said a third time. */
  const said = new Set<number>();
  return coalesce(async () => {
    if (!allowed()) return;
    const at = now();
    const soon = { from: at, to: at + shortNoticeMs };
    const due = await store.alerts.toRepeat(soon, { from: at - shortNoticeMs, to: at - afterMs });
    // Whole days have no start that one could be late for.
    for (const alert of due.filter((one) => !one.booking.allDay && wanted(one))) {
      const told = said.has(alert.seq) ? "shown" : await show(alert);
      if (told === "failed" || told === "held") continue;
      said.add(alert.seq);
      await store.alerts.markRepeated(alert.seq, now()).then(() => said.delete(alert.seq), onFault);
    }
  }, onFault);
}
