import type { StoreClient } from "../bookings/store/client.ts";
import type { OwedAlert } from "../bookings/store/schedule-queries.ts";
import { coalesce } from "../lifecycle/coalesce.ts";
import { shortNoticeMs } from "./policy.ts";

/** How long somebody has to look before it is said again. */
const afterMs = 5 * 60_000;

interface RepeatParts {
  store: Pick<StoreClient, "toRepeat" | "markRepeated">;
  /** Whether anything may be said now. */
  allowed(): boolean;
  /** Whether this one is still to be told. */
  wanted(alert: OwedAlert): boolean;
  show(alert: OwedAlert): Promise<unknown>;
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
  return coalesce(async () => {
    if (!allowed()) return;
    const at = now();
    const soon = { from: at, to: at + shortNoticeMs };
    const due = await store.toRepeat(soon, { from: at - shortNoticeMs, to: at - afterMs });
    // Whole days have no start that one could be late for.
    for (const alert of due.filter((one) => !one.booking.allDay && wanted(one))) {
      await show(alert);
      await store.markRepeated(alert.seq, now());
    }
  }, onFault);
}
