import type { ServiceName } from "../../common/sources.ts";
import { WorldError } from "../lib/world-error.ts";
import type { SettingsStore } from "../settings/settings.ts";
import { baseOf } from "../sources/calcom/api/base.ts";
import type { Handlers } from "./handlers.ts";

/** A booking service besides Timekit, asked with the user's key. */
export interface Service {
  readonly connection: {
    register(): Promise<void>;
    unregister(): Promise<void>;
    /** It is about to be asked elsewhere. @throws WorldError where something stays behind; all else is done */
    leave(): Promise<void>;
  };
  sync(): Promise<void>;
}

/** What connecting those services acts on. */
export interface ServicesParts {
  readonly services: Readonly<Record<ServiceName, Service>>;
  readonly settings: Pick<SettingsStore, "get" | "change">;
  /** Makes an address for it where it has none. */
  openAddress(name: ServiceName): Promise<void>;
}

/** What happens when the page asks about the services besides Timekit. */
export const createServicesHandlers = ({
  services,
  settings,
  openAddress,
}: ServicesParts): Handlers["services"] => ({
  async register(name) {
    await openAddress(name);
    await services[name].connection.register();
    void services[name].sync();
    return null;
  },
  async unregister(name) {
    await services[name].connection.unregister();
    return null;
  },
  async catchUp(name) {
    await services[name].sync();
    return null;
  },
  async setCalcomBase(base) {
    const [before, wanted] = [baseOf(settings.get("calcom").base), baseOf(base)];
    if (wanted === null) throw new WorldError("calcom-not-a-server");
    try {
      // What is remembered is the other server's, and so is the webhook.
      if (wanted !== before) await services.calcom.connection.leave();
    } finally {
      settings.change({ calcom: { ...settings.get("calcom"), base: base.trim() } });
      if (wanted !== before) void services.calcom.sync();
    }
    return null;
  },
});
