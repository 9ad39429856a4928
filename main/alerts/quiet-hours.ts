import { dateFormat } from "../../common/formatters.ts";
import type { QuietHours } from "../../common/view.ts";

/** Whether the user's clock shows a time of quiet hours, which may go past midnight. */
export function isQuiet({ on, from, to }: QuietHours, now: number, zone: string): boolean {
  if (!on) return false;
  const clock = dateFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const time = clock.format(now);
  return from <= to ? from <= time && time < to : from <= time || time < to;
}
