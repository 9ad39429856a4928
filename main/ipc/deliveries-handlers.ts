import { curlOf } from "../exports/curl.ts";
import type { StoreCalls, StoreClient } from "../store/thread/client.ts";
import type { Handlers } from "./handlers.ts";

/** What looking into the delivery log acts on. */
export interface DeliveryParts {
  readonly store: StoreCalls<{ deliveries: "page" | "get" | "asSent" }> & Pick<StoreClient, "take">;
  now(): number;
  /** What is kept is not what it was. */
  onKeptChanged(): Promise<unknown>;
  copyText(text: string): unknown;
}

/** What happens when the page asks about the delivery log. */
export function createDeliveriesHandlers(parts: DeliveryParts): Handlers["deliveries"] {
  const { store } = parts;
  return {
    list: ({ before, only }) => store.deliveries.page(before, only),
    get: (seq) => store.deliveries.get(seq),
    async replay(seq) {
      const sent = await store.deliveries.asSent(seq);
      if (!sent) throw new Error("That delivery is no longer kept.");
      const { verdict } = await store.take({ receivedAt: parts.now(), via: "replay", ...sent });
      await parts.onKeptChanged();
      return verdict;
    },
    async copyAsCurl(seq) {
      const delivery = await store.deliveries.get(seq);
      if (delivery) await parts.copyText(curlOf(delivery.body));
      return null;
    },
  };
}
