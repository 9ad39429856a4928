import { randomBytes } from "node:crypto";
import { renameSync } from "node:fs";
import path from "node:path";
import ElectronStore, { type Schema } from "electron-store";
import { calm } from "../../common/policy.ts";
import { ports } from "../../common/ports.ts";
import { type Graph, graphNames, type Resource } from "../../common/timekit.ts";
import type { TunnelSettings } from "../../common/tunnel.ts";
import {
  reminderLeads,
  type SecretName,
  type SettingsView,
  type SetupStep,
  setupSteps,
} from "../../common/view.ts";
import type { JoinHosts } from "../bookings/joining.ts";
import type { Webhook } from "../sources/timekit/api/webhooks.ts";

/** A secret at rest. `session` = set, but kept nowhere: it is gone after a restart, and then missed. */
export type KeptSecret =
  | { readonly kept: "encrypted" | "plain"; readonly data: string }
  | { readonly kept: "session" };

export interface Settings extends SettingsView {
  /** The unguessable part of the receiving address: 32 random bytes, base64url. */
  readonly token: string;
  readonly paused: boolean;
  readonly pausedUntil: number | null;
  readonly presenting: boolean;
  readonly presentingUntil: number | null;
  /** The user knows that their desktop shows no tray icons. */
  readonly trayless: boolean;
  readonly secrets: Readonly<Partial<Record<SecretName, KeptSecret | null>>>;
  readonly tunnel: TunnelSettings;
  readonly setup: SetupStep;
  /** Whose bookings are shown; null = everybody's. */
  readonly resource: Resource | null;
  readonly joinHosts: JoinHosts;
  /** The graphs whose webhooks Bookbell registers with Timekit, and what it has registered. */
  readonly graphs: readonly Graph[];
  readonly webhooks: readonly Webhook[];
  /** How far what was missed has been fetched, on Timekit's clock, epoch milliseconds. */
  readonly watermark: number | null;
  /** What changed until then is listed without a notification: it was there before Bookbell was to know of it. Likewise. */
  readonly silentUntil: number | null;
  /** The public URL that the user last copied; empty = none. */
  readonly copiedUrl: string;
}

const noTunnel: TunnelSettings = {
  kind: "off",
  cloudflared: "",
  namedUrl: "",
  ngrokDomain: "",
  ssh: { host: "", port: 22, user: "", keyFile: "", socket: "", url: "", hostKey: "" },
  ownUrl: "",
};

const schema: Schema<Settings> = {
  port: { type: "integer", minimum: ports.least, maximum: ports.most, default: 26_655 },
  token: { type: "string", pattern: "^[A-Za-z0-9_-]{43}$" },
  successCode: { enum: [200, 201, 204], default: 204 },
  hours: { enum: ["system", "12", "24"], default: "system" },
  keepDeliveriesDays: { enum: [7, 30, 90, 365, 0], default: 30 },
  keepBookingsDays: { enum: [30, 90, 365, 0], default: 365 },
  reminders: { type: "array", items: { enum: [...reminderLeads] }, default: [10, 0] },
  notJoined: { type: "boolean", default: true },
  quietHours: { type: "object", default: { on: false, from: "20:00", to: "07:00" } },
  shortNotice: { type: "boolean", default: true },
  told: { type: "object", default: calm },
  projects: { type: "object", default: {} },
  sound: { type: "boolean", default: true },
  keepOpen: { type: "boolean", default: false },
  theme: { enum: ["system", "light", "dark"], default: "system" },
  hotkey: { type: "string", default: "" },
  updates: { type: "boolean", default: true },
  paused: { type: "boolean", default: false },
  pausedUntil: { type: ["integer", "null"], default: null },
  presenting: { type: "boolean", default: false },
  trayless: { type: "boolean", default: false },
  presentingUntil: { type: ["integer", "null"], default: null },
  secrets: {
    type: "object",
    additionalProperties: {
      type: ["object", "null"],
      properties: { kept: { enum: ["encrypted", "plain", "session"] }, data: { type: "string" } },
      required: ["kept"],
    },
    default: {},
  },
  tunnel: { type: "object", default: noTunnel },
  setup: { enum: [...setupSteps], default: "reach" },
  resource: { type: ["object", "null"], default: null },
  joinHosts: {
    type: "object",
    additionalProperties: { type: "array", items: { type: "string" } },
    default: {},
  },
  graphs: { type: "array", items: { enum: graphNames }, default: [] },
  webhooks: { type: "array", items: { type: "object" }, default: [] },
  watermark: { type: ["integer", "null"], default: null },
  silentUntil: { type: ["integer", "null"], default: null },
  copiedUrl: { type: "string", default: "" },
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
    // The window is to say so, instead of greeting somebody who is no newcomer.
    store.set("setup", "done");
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
    reminders: settings.get("reminders"),
    notJoined: settings.get("notJoined"),
    quietHours: settings.get("quietHours"),
    shortNotice: settings.get("shortNotice"),
    told: settings.get("told"),
    projects: settings.get("projects"),
    sound: settings.get("sound"),
    keepOpen: settings.get("keepOpen"),
    theme: settings.get("theme"),
    hotkey: settings.get("hotkey"),
    updates: settings.get("updates"),
  };
}
