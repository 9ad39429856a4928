import type { SettingsView } from "../../common/view.ts";
import { coalesce } from "../lifecycle/coalesce.ts";
import type { Cutoffs } from "./store/upkeep.ts";

/** What retention needs of the rest of Bookbell. */
export interface RetentionParts {
  /** Removes one small slice; true = there may be more. */
  prune(cutoffs: Cutoffs): Promise<boolean>;
  keep(): Pick<SettingsView, "keepDeliveriesDays" | "keepBookingsDays">;
  now(): number;
  onFault(error: unknown): void;
}

const day = 86_400_000;

/**
 * Removes what is older than the user wants to keep. Call it now and then: slice after slice, so that a delivery
 * that comes meanwhile waits for one slice at most.
 */
export function createRetention({ prune, keep, now, onFault }: RetentionParts): () => Promise<void> {
  const cutoff = (days: number) => (days === 0 ? null : now() - days * day);
  return coalesce(async () => {
    const { keepDeliveriesDays, keepBookingsDays } = keep();
    const cutoffs = { deliveries: cutoff(keepDeliveriesDays), bookings: cutoff(keepBookingsDays) };
    while (await prune(cutoffs));
  }, onFault);
}
