import type { Forgotten } from "../../common/delivery.ts";
import { type ForgetStep, firstStep } from "./tables/forgetting.ts";
import { nothing, sum } from "./tables/removing.ts";
import type { StoreCalls } from "./thread/client.ts";

/** What forgetting a customer needs of the rest of Bookbell. */
export interface ForgetParts {
  readonly store: StoreCalls<{ upkeep: "forget"; setAside: "count" }>;
  now(): number;
  /** These bookings are gone, and what names their customers is to be taken off the screen. */
  onGone(ids: readonly string[]): void;
}

/**
 * Removes all that is kept of a customer, by mail address: slice after slice, so that a delivery that comes meanwhile
 * waits for one slice at most. It rejects when it could not be done to the end, and is then to be called again.
 */
export function createForget({ store, now, onGone }: ForgetParts): (address: string) => Promise<Forgotten> {
  return async (address) => {
    let removed = nothing;
    for (let step: ForgetStep | null = firstStep; step; ) {
      const slice = await store.upkeep.forget(address, now(), step);
      removed = sum(removed, slice.removed);
      if (slice.ids.length > 0) onGone(slice.ids);
      step = slice.next;
    }
    return { ...removed, setAside: await store.setAside.count() };
  };
}
