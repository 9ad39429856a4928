import type { TimeFormat } from "../../common/time.ts";
import type { Language } from "../../common/words/languages.ts";

/**
 * Days and months are in the language of the words: a locale of that language which has the clock and the first weekday
 * of the given one (BCP 47), in English its order of dates, too. "de-DE" gives "en-DE" in English.
 */
export function inLanguage(locale: string, spoken: Language): Pick<TimeFormat, "locale" | "hourCycle"> {
  const { language, region } = new Intl.Locale(locale).maximize();
  const { language: wanted } = new Intl.Locale(spoken);
  if (language === wanted) return { locale, hourCycle: null };
  if (!region) return { locale: spoken, hourCycle: null };
  const own = `${wanted}-${region}`;
  // Where nobody has written down how it is written there, Intl takes that of its largest country.
  const isKnown = new Intl.DateTimeFormat(own).resolvedOptions().locale === own;
  return {
    locale: isKnown ? own : `${largest(spoken, locale)}-u-rg-${region.toLowerCase()}zzzz`,
    hourCycle: countsTo12(locale) ? "h12" : "h23",
  };
}

/** Of English there are two orders of day and month. */
const largest = (spoken: Language, locale: string) =>
  spoken === "en" ? (monthFirst(locale) ? "en-US" : "en-GB") : spoken;

function monthFirst(locale: string): boolean {
  const parts = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short" }).formatToParts(0);
  const place = (type: "day" | "month") => parts.findIndex((part) => part.type === type);
  return place("month") < place("day");
}

const countsTo12 = (locale: string) =>
  new Intl.DateTimeFormat(locale, { timeStyle: "short" }).resolvedOptions().hour12 === true;
