import { type Language, spokenOf } from "../../common/words/languages.ts";
import { createMainWords, type MainWords } from "../../common/words/main.ts";
import type { MainMessages } from "../../common/words/messages.ts";
import { createEvent } from "../lib/event.ts";
import type { Settings } from "./schema.ts";

/** The one that is wanted, or the first of the system's own, best first, that Bookbell speaks. */
export const languageOf = (wanted: Settings["language"], system: readonly string[]): Language =>
  wanted === "system" ? spokenOf(system) : wanted;

/**
 * What main says, in the language that is wanted.
 * @param load gives the messages of one, at once: asked for in the background they would come 50 ms later, before the icon
 */
export function createWords(load: (language: Language) => MainMessages, first: Language) {
  let spoken = first;
  let words: MainWords | null = null;
  const changed = createEvent();
  return {
    /** Loaded when they are needed, so that what fails to load is a fault like others. */
    get(): MainWords {
      words ??= createMainWords(load(spoken), spoken);
      return words;
    },
    speak(language: Language): void {
      if (language === spoken) return;
      spoken = language;
      words = null;
      changed.tell();
    },
    onChange: changed.on,
  };
}

export type Words = ReturnType<typeof createWords>;
