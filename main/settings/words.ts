import { type Language, spokenOf } from "../../common/words/languages.ts";
import { createMainWords, type MainWords } from "../../common/words/main.ts";
import { load } from "../../languages/compiled/main/load.js";
import { createEvent } from "../lib/event.ts";
import type { Settings } from "./schema.ts";

/** The one that is wanted, or the first of the system's own, best first, that Bookbell speaks. */
export const languageOf = (wanted: Settings["language"], system: readonly string[]): Language =>
  wanted === "system" ? spokenOf(system) : wanted;

export const wordsIn = async (language: Language): Promise<MainWords> =>
  createMainWords((await load[language]()).default, language);

/** What main says, in the language that is wanted: another one from the moment at which it is loaded. */
export function createWords(first: MainWords) {
  let current = first;
  let wanted = first.language;
  const changed = createEvent();
  return {
    get: (): MainWords => current,
    /** Settles once it is spoken, or another one was wanted meanwhile. */
    async speak(language: Language): Promise<void> {
      wanted = language;
      if (language === current.language) return;
      const words = await wordsIn(language);
      if (words.language !== wanted) return;
      current = words;
      changed.tell();
    },
    onChange: changed.on,
  };
}
