import type { View } from "../../common/view.ts";
import type { SettingsStore } from "../settings/settings.ts";

interface TimedParts {
  settings: Pick<SettingsStore, "get" | "hold">;
  /** Where what is on is shown. */
  model: { update(changed: Partial<View>): void };
  now(): number;
}

/** Something that is on until the user ends it, or until a time; kept over a restart. */
export function createTimedSwitch(name: "paused" | "presenting", { settings, model, now }: TimedParts) {
  const untilName = `${name}Until` as const;
  function change(on: boolean, until: number | null) {
    const changed = { [name]: on, [untilName]: until };
    // Never refused: it matters now, whether it can be saved or not.
    settings.hold(changed);
    model.update(changed);
  }
  function isOn(): boolean {
    const until = settings.get(untilName);
    return settings.get(name) && (until === null || now() < until);
  }
  function look() {
    if (settings.get(name) && !isOn()) change(false, null);
  }
  look();
  return {
    /** At this moment, though nobody looked since its time was over. */
    isOn,
    set: (on: boolean): void => change(on, null),
    /** Ends by itself at that time, epoch milliseconds. */
    until: (at: number): void => change(true, at),
    /** Ends it once its time is over; to be called every minute. */
    look,
  };
}
