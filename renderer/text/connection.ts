import type { TimekitView } from "../../common/timekit.ts";
import { words } from "../../common/words/page.ts";

/** Whether Bookbell has Timekit's ear, in a few words. */
export function connectionOf(timekit: TimekitView): string {
  if (timekit.state === "on") return words.timekit.on(timekit);
  return words.timekit[timekit.state];
}

/** While Timekit is connected by a key that it accepts. */
export type Connected = Extract<TimekitView, { state: "on" }>;
