import type { SettingsStore } from "../settings/settings.ts";
import type { ViewModel } from "../window/view-model.ts";
import { isPaused } from "./silence.ts";

/** Pauses notifications, until the user ends it or until a time. */
export function createPause(settings: SettingsStore, model: Pick<ViewModel, "update">, now: () => number) {
  function change(paused: boolean, pausedUntil: number | null) {
    settings.change({ paused, pausedUntil });
    model.update({ paused, pausedUntil });
  }
  function look() {
    const pause = { paused: settings.get("paused"), pausedUntil: settings.get("pausedUntil") };
    if (pause.paused && !isPaused(pause, now())) change(false, null);
  }
  look();
  return {
    set: (paused: boolean): void => change(paused, null),
    /** Ends by itself at that time, epoch milliseconds. */
    until: (at: number): void => change(true, at),
    /** Ends a pause whose time is over; to be called every minute. */
    look,
  };
}
