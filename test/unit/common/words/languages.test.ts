import { expect, test } from "vitest";
import { directionOf, languages, spokenOf } from "../../../../common/words/languages.ts";

test.each([
  [["de-AT", "en-GB"], "de"],
  [["zh-CN", "fr-CA"], "fr"],
  [["pt-PT"], "pt-BR"],
  [["pt-BR"], "pt-BR"],
  [["nn-NO"], "nb"],
  [["no"], "nb"],
  [["iw-IL"], "he"],
  [["en-AU", "de"], "en"],
  [["zh-CN"], "en"],
  [["no such thing", ""], "en"],
  [[], "en"],
])("a system that wants %j is spoken to in %s", (wanted, language) =>
  expect(spokenOf(wanted)).toBe(language),
);

test("each is called by its own name, and runs its own way", () => {
  expect(languages).toMatchObject({
    en: "English",
    de: "Deutsch",
    ja: "日本語",
    "pt-BR": "Português (Brasil)",
  });
  expect([directionOf("ja"), directionOf("he")]).toEqual(["ltr", "rtl"]);
});
