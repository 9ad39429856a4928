import { load } from "../../languages/compiled/page/load.js";
import { pageLanguage } from "./page-language.ts";
import { createPageWords } from "./page-words.ts";

const { default: messages } = await load[pageLanguage]();

/** Every word the page shows or speaks. */
export const words = createPageWords(messages, pageLanguage);
