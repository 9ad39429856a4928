import type { SettingsStore } from "../settings/settings.ts";

interface TimedParts {
  settings: Pick<SettingsStore, "get" | "hold">;
  now(): number;
}

/** Something that is on until the user ends it, or until a time; kept over a restart. */
export function createTimedSwitch(name: "paused" | "presenting", { settings, now }: TimedParts) {
  const untilName = `${name}Until` as const;
  function change(on: boolean, until: number | null) {
    // Never refused: it matters now, whether it can be saved or not.
    settings.hold({ [name]: on, [untilName]: until });
  }
  function isOn(): boolean {
    const until = settings.get(untilName);
    return settings.get(name) && (until === null || now() < until);
  }
  function look() {
    if (settings.get(name) && !isOn()) change(false, null);
  }
  return {
    /** At this moment, though nobody looked since its time was over. */
    isOn,
    set: (on: boolean): void => change(on, null),
    /** Ends by itself at that time, epoch milliseconds. */
    until: (at: number): void => change(true, at),
    /** Ends it once its time is over; to be called at the start and every minute. */
    look,
  };
}
