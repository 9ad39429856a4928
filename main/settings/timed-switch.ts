import type { ViewModel } from "../window/view-model.ts";
import type { SettingsStore } from "./settings.ts";

interface TimedParts {
  settings: SettingsStore;
  model: Pick<ViewModel, "update">;
  now(): number;
}

/** Something that is on until the user ends it, or until a time; kept over a restart. */
export function createTimedSwitch(name: "paused" | "presenting", { settings, model, now }: TimedParts) {
  const untilName = `${name}Until` as const;
  function change(on: boolean, until: number | null) {
    const changed = { [name]: on, [untilName]: until };
    settings.change(changed);
    model.update(changed);
  }
  function look() {
    const until = settings.get(untilName);
    if (settings.get(name) && until !== null && now() >= until) change(false, null);
  }
  look();
  return {
    set: (on: boolean): void => change(on, null),
    /** Ends by itself at that time, epoch milliseconds. */
    until: (at: number): void => change(true, at),
    /** Ends it once its time is over; to be called every minute. */
    look,
  };
}
