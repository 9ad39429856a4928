import { type Language, languages } from "./words/languages.ts";

/** What the user may choose from, in the order in which the page offers it; apart from the schema, which the page does not need. */

export const languageChoices = ["system", ...(Object.keys(languages) as Language[])] as const;
export const hourChoices = ["system", "12", "24"] as const;
/** 0 = for good. */
export const deliveryDays = [7, 30, 90, 365, 0] as const;
/** 0 = for good. */
export const bookingDays = [30, 90, 365, 0] as const;
export const successCodes = [200, 201, 204] as const;
/** In per cent. */
export const textSizes = [90, 100, 110, 125, 150, 175, 200] as const;
export const themes = ["system", "light", "dark"] as const;

/** For how long notifications are paused; `today` = until tomorrow. */
export const pauseSpans = ["off", "hour", "today", "on"] as const;
export type PauseSpan = (typeof pauseSpans)[number];

/** The first run: open until its user has been through it, or has put it off. */
export const setups = ["open", "done"] as const;
export type Setup = (typeof setups)[number];
