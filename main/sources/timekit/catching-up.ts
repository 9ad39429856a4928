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
  now(): number;
  /** Timekit was asked about all until `at`, and had so many bookings that were new or changed. False = count them again. */
  onFetched(count: number, at: number): Promise<boolean>;
  /** What is kept may be other than before. */
  onKept(): unknown;
  onFault(error: unknown): void;
}

/** Asks Timekit for what webhooks did not bring: at start, after each gap, and every ten minutes. Never rejects. */
export function createCatchingUp(parts: CatchingUpParts): () => Promise<void> {
  const { api, connection, settings } = parts;
  /** Of a run that broke off or came within a gap, too: the next one finds those known already. */
  let fetched = 0;
  return coalesce(async () => {
    if (!connection.isOn()) return;
    const at = parts.now();
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
      if (await parts.onFetched(fetched, at)) fetched = 0;
    } catch (error) {
      connection.caughtUp(error);
    }
    await parts.onKept();
  }, parts.onFault);
}
