import { dateFormat } from "../../common/formatters.ts";
import type { SettingsView } from "../../common/settings.ts";

/** Whether the user's clock shows a time of quiet hours, which may go past midnight. */
export function isQuiet({ on, from, to }: SettingsView["quietHours"], now: number, zone: string): boolean {
  if (!on) return false;
  const clock = dateFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const time = clock.format(now);
  return from <= to ? from <= time && time < to : from <= time || time < to;
}
