import { app, systemPreferences } from "electron";
import type { SystemClock } from "./system-clock.ts";

/** How this system writes times, asked anew each time: the user may change it while Bookbell runs. */
export function readSystemClock(): SystemClock {
  return {
    platform: process.platform,
    env: process.env,
    regionLocale: app.getSystemLocale(),
    forced: forcedHours(),
  };
}

function forcedHours(): SystemClock["forced"] {
  if (process.platform !== "darwin") return null;
  if (systemPreferences.getUserDefault("AppleICUForce24HourTime", "boolean")) return "h23";
  return systemPreferences.getUserDefault("AppleICUForce12HourTime", "boolean") ? "h12" : null;
}
