import type { ServiceName } from "../../common/sources.ts";
import type { TimekitView } from "../../common/timekit.ts";
import type { View } from "../../common/view.ts";
import { words } from "../../common/words/page.ts";

/** Whether Bookbell has Timekit's ear, in a few words. */
export function connectionOf(timekit: TimekitView): string {
  if (timekit.state === "on") return words.timekit.on(timekit);
  return words.timekit[timekit.state];
}

/** While Timekit is connected by a key that it accepts. */
export type Connected = Extract<TimekitView, { state: "on" }>;

/** How the connection to another service is, in a line. */
export function serviceText(service: View[ServiceName]): string {
  if (service.state === "on") return words.service.on({ name: service.name });
  return service.state === "failed" ? words.timekit.failed : words.service[service.state];
}
