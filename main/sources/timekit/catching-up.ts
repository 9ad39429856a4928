import type { Taken } from "../../bookings/delivery.ts";
import { coalesce } from "../../lifecycle/coalesce.ts";
import type { SettingsStore } from "../../settings/settings.ts";
import type { TimekitApi } from "./api/api.ts";
import type { Connection } from "./connection.ts";

/** What fetching what was missed needs of the rest of Bookbell. */
export interface CatchingUpParts {
  readonly api: Pick<TimekitApi, "catchUp">;
  readonly connection: Pick<Connection, "caughtUp" | "isOn">;
  readonly settings: Pick<SettingsStore, "get" | "change">;
  /** Keeps a booking as if a webhook had brought it. */
  take(body: Uint8Array): Promise<Taken>;
  /** So many bookings were new or changed. */
  onFetched(count: number): unknown;
  onFault(error: unknown): void;
}

/** Asks Timekit for what webhooks did not bring: at start, after each gap, and every ten minutes. Never rejects. */
export function createCatchingUp(parts: CatchingUpParts): () => Promise<void> {
  const { api, connection, settings } = parts;
  return coalesce(async () => {
    if (!connection.isOn()) return;
    let fetched = 0;
    try {
      const { watermark } = await api.catchUp({
        since: settings.get("watermark"),
        resource: settings.get("resource")?.id ?? null,
        async take(body) {
          const { verdict } = await parts.take(body);
          if (verdict === "first" || verdict === "newer") fetched += 1;
        },
      });
      settings.change({ watermark });
      connection.caughtUp(null);
    } catch (error) {
      connection.caughtUp(error);
    }
    await parts.onFetched(fetched);
  }, parts.onFault);
}
