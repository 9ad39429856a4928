import type { TimeFormat } from "../../common/time.ts";
import type { Language } from "../../common/words/languages.ts";
import { inLanguage } from "./locale-of.ts";
import type { Settings } from "./schema.ts";

/** What the system says of how times are written here. */
export interface SystemClock {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  /** The region's format, BCP 47. */
  readonly regionLocale: string;
  /** macOS only: its 24-hour switch, which no locale tells. Null where it is not set. */
  readonly forced: "h12" | "h23" | null;
}

/** Zone, hours and the order of dates as the system has them, unless the settings say otherwise for the hours. */
export function timeFormat(
  system: SystemClock,
  { hours, language }: { readonly hours: Settings["hours"]; readonly language: Language },
): TimeFormat {
  const region = system.platform === "linux" ? posixLocale(system.env) : system.regionLocale;
  const own = inLanguage(region, language);
  return {
    ...own,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    hourCycle: hours === "system" ? (system.forced ?? own.hourCycle) : hours === "12" ? "h12" : "h23",
  };
}

/** Remembers the format between two readings, because asking the system takes as long as keeping a booking. */
export function createFormat(read: () => TimeFormat) {
  let current = read();
  return {
    get: (): TimeFormat => current,
    reread(): void {
      current = read();
    },
  };
}

/** LC_TIME decides how times look on Linux; Chromium reads the language instead. C and POSIX count to 24. */
function posixLocale(env: NodeJS.ProcessEnv): string {
  const name = (env.LC_ALL || env.LC_TIME || env.LANG || "C").replace(/[.@].*$/, "").replace("_", "-");
  try {
    return Intl.getCanonicalLocales(name === "C" || name === "POSIX" ? "en-GB" : name)[0] ?? "en-GB";
  } catch {
    return "en-GB";
  }
}
