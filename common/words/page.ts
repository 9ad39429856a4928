import { load } from "../../languages/compiled/page/load.js";
import { spokenOf } from "./languages.ts";
import { createPageWords } from "./page-words.ts";

/** Of the page that this runs in; none in a test of a part alone. */
const { document } = globalThis as {
  readonly document?: { readonly documentElement: { readonly lang: string } };
};
// A page speaks one language for its life: main loads it anew when another one is chosen.
const language = spokenOf([document?.documentElement.lang ?? ""]);
const { default: messages } = await load[language]();

/** Every word the page shows or speaks. */
export const words = createPageWords(messages, language);
