import { noTallies } from "../../common/delivery.ts";
import { problem } from "../../common/problems.ts";
import { unknownRelay } from "../../common/relay.ts";
import type { TimeFormat } from "../../common/time.ts";
import type { ReachView } from "../../common/tunnel.ts";
import type { View } from "../../common/view.ts";
import { createEvent } from "../lib/event.ts";
import { isAddressGiven, type SettingsStore } from "../settings/settings.ts";
import { settingsInView } from "./follow-settings.ts";

/** What is known before anything has been received or tried. */
export interface AtStart {
  readonly now: number;
  readonly format: TimeFormat;
  readonly settings: SettingsStore;
  readonly secrets: View["secrets"];
  readonly address: View["address"];
  readonly addresses: View["addresses"];
  readonly signing: View["signing"];
  readonly version: string;
  readonly electron: View["electron"];
}

/** What the user sees, in one place: tray and page are drawn from it. */
export function createViewModel({ settings, ...atStart }: AtStart) {
  let view: View = {
    ...atStart,
    ...settingsInView(settings),
    agenda: { items: [], earlier: 0, afterToday: null, everReceived: true },
    confirming: [],
    receiver: { state: "starting" },
    notifications: null,
    captureHidden: false,
    startAtLogin: false,
    updates: { state: "newest", checkedAt: null },
    mayShowTwice: false,
    trayMissing: false,
    store: null,
    recovered: null,
    settingsDamaged: settings.damaged && problem(settings.damaged),
    unseen: [],
    reach: reachAtStart(settings, atStart.now),
    relay: unknownRelay,
    cloudflared: { state: "missing", size: null, version: "" },
    timekit: { state: atStart.secrets.timekit.state === "on" ? "checking" : "off" },
    calcom: { state: atStart.secrets.calcom.state === "on" ? "checking" : "off" },
    calendly: { state: atStart.secrets.calendly.state === "on" ? "checking" : "off" },
    clockError: null,
    destinations: [],
    rules: [],
    tallies: noTallies,
    proof: null,
    greeted: null,
  };
  const change = createEvent<Partial<View>>();

  return {
    get: (): View => view,
    /** Nobody is told of what is as it was: much is looked at again with every delivery. */
    update(parts: Partial<View>): void {
      const differs = ([key, part]: [string, unknown]) => !Object.is(part, view[key as keyof View]);
      const changed: Partial<View> = Object.fromEntries(Object.entries(parts).filter(differs));
      if (Object.keys(changed).length === 0) return;
      view = { ...view, ...changed };
      change.tell(changed);
    },
    onChange: change.on,
  };
}

export type ViewModel = ReturnType<typeof createViewModel>;

/** What is known before any way here was tried; `since` is epoch milliseconds. */
export const reachAtStart = (settings: Pick<SettingsStore, "get">, since: number): ReachView => ({
  state: settings.get("tunnel").kind === "off" ? "off" : "unknown",
  since,
  problem: null,
  host: null,
  checkedAt: null,
  hostKey: null,
  moved: false,
  given: isAddressGiven(settings),
});
