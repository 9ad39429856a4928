import { expect, test } from "vitest";
import { createWords, languageOf, wordsIn } from "../../../main/settings/words.ts";

test("the system's language is spoken until another one is chosen", () => {
  expect(languageOf("system", ["da-DK", "de"])).toBe("da");
  expect(languageOf("ja", ["da-DK"])).toBe("ja");
});

test("another language is spoken once it is loaded, and said to be", async () => {
  const words = createWords(await wordsIn("en"));
  const heard: string[] = [];
  words.onChange(() => heard.push(words.get().tray.quit));
  expect(words.get().tray.quit).toBe("Quit Bookbell");
  const loading = words.speak("de");
  expect(words.get().language).toBe("en");
  await loading;
  await words.speak("de");
  expect(heard).toEqual(["Bookbell beenden"]);
});

test("of two that are wanted one after the other the later is spoken, whichever is loaded first", async () => {
  const words = createWords(await wordsIn("en"));
  await Promise.all([words.speak("fr"), words.speak("sv")]);
  expect(words.get().language).toBe("sv");
  await Promise.all([words.speak("it"), words.speak("sv")]);
  expect(words.get().language).toBe("sv");
});
