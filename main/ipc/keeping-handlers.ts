import { clipboard } from "electron";
import type { Forgotten } from "../../common/delivery.ts";
import { curlOf } from "../exports/curl.ts";
import type { createExports } from "../exports/exports.ts";
import type { StoreClient } from "../store/thread/client.ts";
import type { Handlers } from "./serve.ts";

/** What looking into, taking out and removing what is kept acts on. */
export interface KeepingParts {
  store: StoreClient;
  exports: ReturnType<typeof createExports>;
  now(): number;
  /** Removes all that is kept of a customer, by mail address. */
  forget(address: string): Promise<Forgotten>;
  /** The user has looked at a booking; null = at all that is new. */
  seen(bookingId: string | null): Promise<void>;
  /** What is kept is not what it was. */
  onKeptChanged(): Promise<unknown>;
}

type KeepingNames =
  | "getDeliveries"
  | "getDelivery"
  | "replayDelivery"
  | "copyAsCurl"
  | "forgetCustomer"
  | "removeSetAside"
  | "getNews"
  | "getProjects"
  | "markSeen"
  | "exportBookings"
  | "exportDiagnostics";

/** What happens when the page asks about the delivery log, or about what is kept. */
export function createKeepingHandlers(parts: KeepingParts): Pick<Handlers, KeepingNames> {
  const { store, exports, now, onKeptChanged } = parts;
  return {
    getDeliveries: ({ before }) => store.deliveries.page(before),
    getDelivery: (seq) => store.deliveries.get(seq),
    async replayDelivery(seq) {
      const body = await store.deliveries.body(seq);
      if (!body) throw new Error("That delivery is no longer kept.");
      const { verdict } = await store.take({ receivedAt: now(), via: "replay", headers: {}, body });
      await onKeptChanged();
      return verdict;
    },
    async copyAsCurl(seq) {
      const delivery = await store.deliveries.get(seq);
      if (delivery) await clipboard.writeText(curlOf(delivery.body));
      return null;
    },
    async forgetCustomer(address) {
      try {
        return await parts.forget(address);
      } finally {
        // Also what was removed before it failed is gone.
        await onKeptChanged();
      }
    },
    async removeSetAside() {
      await store.setAside.remove();
      return null;
    },
    getNews: () => store.news.list(),
    getProjects: () => store.bookings.projects(),
    async markSeen(bookingId) {
      await parts.seen(bookingId);
      return null;
    },
    exportBookings: (kind) => exports.bookings(kind),
    exportDiagnostics: () => exports.diagnostics(),
  };
}
