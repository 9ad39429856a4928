import type { TimeFormat } from "../../common/time.ts";

/**
 * Bookbell's words are English, so its days and months are, too: a locale of English that has the order of dates, the
 * clock and the first weekday of the given one (BCP 47). "de-DE" gives "en-DE".
 */
export function inEnglish(locale: string): Pick<TimeFormat, "locale" | "hourCycle"> {
  const { language, region } = new Intl.Locale(locale).maximize();
  if (language === "en" || !region) return { locale, hourCycle: null };
  const own = `en-${region}`;
  // Where nobody has written down how English is written there, Intl takes that of the United States.
  const isKnown = new Intl.DateTimeFormat(own).resolvedOptions().locale === own;
  const ordered = monthFirst(locale) ? "en-US" : "en-GB";
  return {
    locale: isKnown ? own : `${ordered}-u-rg-${region.toLowerCase()}zzzz`,
    hourCycle: countsTo12(locale) ? "h12" : "h23",
  };
}

function monthFirst(locale: string): boolean {
  const parts = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short" }).formatToParts(0);
  const place = (type: "day" | "month") => parts.findIndex((part) => part.type === type);
  return place("month") < place("day");
}

const countsTo12 = (locale: string) =>
  new Intl.DateTimeFormat(locale, { timeStyle: "short" }).resolvedOptions().hour12 === true;
