import { expect, test } from "vitest";
import type { Language } from "../../../common/words/languages.ts";
import german from "../../../languages/compiled/main/de.js";
import english from "../../../languages/compiled/main/en.js";
import { createWords, languageOf } from "../../../main/settings/words.ts";

test("the system's language is spoken until another one is chosen", () => {
  expect(languageOf("system", ["da-DK", "de"])).toBe("da");
  expect(languageOf("ja", ["da-DK"])).toBe("ja");
});

test("another language is spoken from the moment at which it is wanted, and said to be once", () => {
  const loaded: Language[] = [];
  const words = createWords((language) => {
    loaded.push(language);
    return language === "de" ? german : english;
  }, "en");
  const heard: string[] = [];
  words.onChange(() => heard.push(words.get().tray.quit));
  expect(loaded).toEqual([]);
  expect(words.get().tray.quit).toBe("Quit Bookbell");
  words.speak("de");
  words.speak("de");
  expect(words.get().language).toBe("de");
  expect(heard).toEqual(["Bookbell beenden"]);
  expect(loaded).toEqual(["en", "de"]);
});

test("only what is spoken is loaded", () => {
  const words = createWords((language) => {
    expect(language).toBe("de");
    return german;
  }, "en");
  words.speak("de");
  expect(words.get().tray.quit).toBe("Bookbell beenden");
});
