import { type Signal, signal } from "@preact/signals";
import type { View } from "../../common/view.ts";
import type { Watched } from "./status.ts";

/** The view, a signal for each part: what shows one part is drawn anew only when that part changes. */
export type ViewSignals = { readonly [K in keyof View]: Signal<View[K]> };

export function signalsOf(view: View): ViewSignals {
  return Object.fromEntries(Object.entries(view).map(([key, value]) => [key, signal(value)])) as ViewSignals;
}

/** Read one by one: what is not among them changes without a new look at these. */
export function watched(signals: ViewSignals): Watched {
  return {
    receiver: signals.receiver.value,
    secrets: signals.secrets.value,
    address: signals.address.value,
    addresses: signals.addresses.value,
    uncheckedKnown: signals.uncheckedKnown.value,
    reach: signals.reach.value,
    tunnel: signals.tunnel.value,
    relay: signals.relay.value,
    store: signals.store.value,
    timekit: signals.timekit.value,
    calcom: signals.calcom.value,
    calendly: signals.calendly.value,
    tallies: signals.tallies.value,
    destinations: signals.destinations.value,
    clockError: signals.clockError.value,
    recovered: signals.recovered.value,
    settingsDamaged: signals.settingsDamaged.value,
    trayMissing: signals.trayMissing.value,
    notifications: signals.notifications.value,
    electron: signals.electron.value,
  };
}
