import type { L10n } from "../../common/l10n.ts";
import type { TimeFormat } from "../../common/time.ts";
import { createMainWords } from "../../common/words/main.ts";
import messages from "../../languages/compiled/main/en.js";
import { inLondon } from "./bookings.ts";

/** What main says in English. */
export const english = createMainWords(messages, "en");

/** In English, with times written so. */
export const inEnglish = (format: TimeFormat): L10n => ({ words: english, format });

export const englishInLondon = inEnglish(inLondon);
