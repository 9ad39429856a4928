import type { PageMessages } from "./messages.ts";
import { pageLanguage } from "./page-language.ts";
import { createPageWords } from "./page-words.ts";

/** Said by the script of the page's language, which runs before this one: see scripts/languages/plugins.mjs. */
declare const messages: PageMessages;

/** Every word the page shows or speaks. */
export const words = createPageWords(messages, pageLanguage);
