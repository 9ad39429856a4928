import { randomBytes } from "node:crypto";
import { renameSync } from "node:fs";
import path from "node:path";
import ElectronStore, { type Schema } from "electron-store";
import { ports } from "../../common/ports.ts";
import type { SettingsView } from "../../common/view.ts";

/** A secret at rest. `session` = set, but kept nowhere: it is gone after a restart, and then missed. */
export type KeptSecret =
  | { readonly kept: "encrypted" | "plain"; readonly data: string }
  | { readonly kept: "session" };

export interface Settings extends SettingsView {
  /** The unguessable part of the receiving address: 32 random bytes, base64url. */
  readonly token: string;
  readonly paused: boolean;
  readonly signingSecret: KeptSecret | null;
}

const schema: Schema<Settings> = {
  port: { type: "integer", minimum: ports.least, maximum: ports.most, default: 26_655 },
  token: { type: "string", pattern: "^[A-Za-z0-9_-]{43}$" },
  successCode: { enum: [200, 201, 204], default: 204 },
  hours: { enum: ["system", "12", "24"], default: "system" },
  keepDeliveriesDays: { enum: [7, 30, 90, 365, 0], default: 30 },
  keepBookingsDays: { enum: [30, 90, 365, 0], default: 365 },
  paused: { type: "boolean", default: false },
  signingSecret: {
    type: ["object", "null"],
    properties: { kept: { enum: ["encrypted", "plain", "session"] }, data: { type: "string" } },
    required: ["kept"],
    default: null,
  },
};

/**
 * The settings file of the profile `folder`, made with a fresh token at first start. A file that cannot be read
 * is set aside under a dated name, never overwritten, and `damaged` is true.
 */
export function openSettings(folder: string, now: () => number) {
  const open = () =>
    new ElectronStore<Settings>({ name: "settings", cwd: folder, schema, configFileMode: 0o600 });
  let damaged = false;
  let store: ElectronStore<Settings>;
  try {
    store = open();
  } catch {
    const file = path.join(folder, "settings.json");
    renameSync(file, `${file}.damaged-${new Date(now()).toISOString().replaceAll(":", "-")}`);
    damaged = true;
    store = open();
  }
  if (!store.has("token")) store.set("token", randomBytes(32).toString("base64url"));

  // electron-store reads and checks its file at every question, and every delivery asks.
  let current = store.store;
  return {
    damaged,
    get: <Key extends keyof Settings>(key: Key): Settings[Key] => current[key],
    change(part: Partial<Settings>): void {
      store.store = { ...current, ...part };
      current = store.store;
    },
  };
}

export type SettingsStore = ReturnType<typeof openSettings>;

/** The settings that the page shows; the token and the secret are not among them. */
export function settingsView(settings: Pick<SettingsStore, "get">): SettingsView {
  return {
    port: settings.get("port"),
    successCode: settings.get("successCode"),
    hours: settings.get("hours"),
    keepDeliveriesDays: settings.get("keepDeliveriesDays"),
    keepBookingsDays: settings.get("keepBookingsDays"),
  };
}
