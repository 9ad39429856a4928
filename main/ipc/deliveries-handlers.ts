import { curlOf } from "../exports/curl.ts";
import type { StoreClient } from "../store/thread/client.ts";
import type { Handlers } from "./handlers.ts";

/** What looking into the delivery log acts on. */
export interface DeliveryParts {
  readonly store: Pick<StoreClient, "deliveries" | "delivery" | "rawBody" | "take">;
  now(): number;
  /** What is kept is not what it was. */
  onKeptChanged(): Promise<unknown>;
  copyText(text: string): unknown;
}

/** What happens when the page asks about the delivery log. */
export function createDeliveriesHandlers(parts: DeliveryParts): Handlers["deliveries"] {
  const { store } = parts;
  return {
    list: ({ before }) => store.deliveries(before),
    get: (seq) => store.delivery(seq),
    async replay(seq) {
      const body = await store.rawBody(seq);
      if (!body) throw new Error("That delivery is no longer kept.");
      const { verdict } = await store.take({ receivedAt: parts.now(), via: "replay", headers: {}, body });
      await parts.onKeptChanged();
      return verdict;
    },
    async copyAsCurl(seq) {
      const delivery = await store.delivery(seq);
      if (delivery) await parts.copyText(curlOf(delivery.body));
      return null;
    },
  };
}
