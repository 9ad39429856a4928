import { expect, test } from "vitest";
import { dayOf, timeOf } from "../../../common/time.ts";
import { inLanguage } from "../../../main/settings/locale-of.ts";
import { firstWeekday } from "../../../renderer/state/weeks.ts";

const afternoon = Date.UTC(2026, 10, 18, 18, 5);
const written = (locale: string) => {
  const format = { ...inLanguage(locale, "en"), zone: "UTC" };
  return `${dayOf(afternoon, format)}, ${timeOf(afternoon, format)}`.replaceAll("\u202f", " ");
};

test.each([
  ["de-DE", "Wed, 18 Nov, 18:05"],
  ["da-DK", "Wed, 18 Nov, 18.05"],
  ["pt-BR", "Wed 18 Nov, 18:05"],
  ["ja-JP", "Wed, Nov 18, 18:05"],
  ["ko-KR", "Wed, Nov 18, 6:05 PM"],
  ["ar-EG", "Wed 18 Nov, 6:05 pm"],
  ["en-US", "Wed, Nov 18, 6:05 PM"],
  ["en-AU", "Wed, 18 Nov, 6:05 pm"],
])("%s: %s", (locale, expected) => {
  // Whether a comma follows the weekday differs from one version of the locale data to the next.
  const plain = (text: string) => text.replace(/^(\w+),/, "$1");
  expect(plain(written(locale))).toBe(plain(expected));
});

test.each([
  ["de-DE", 1],
  ["pt-BR", 0],
  ["ar-EG", 6],
  ["en-US", 0],
])("%s begins its week as it did", (locale, first) =>
  expect(firstWeekday(inLanguage(locale, "en").locale)).toBe(first),
);

test.each([
  ["de-AT", "de", "Mi., 18. Nov., 18:05"],
  ["en-US", "de", "Mi., 18. Nov., 6:05 PM"],
  ["de-DE", "fr", "mer. 18 nov., 18:05"],
  ["en-GB", "ja", "11月18日(水), 18:05"],
  ["he-IL", "he", "יום ד׳, 18 בנוב׳, 18:05"],
] as const)("of %s in %s: %s", (locale, language, expected) => {
  const format = { ...inLanguage(locale, language), zone: "UTC" };
  const said = `${dayOf(afternoon, format)}, ${timeOf(afternoon, format)}`;
  expect(said.replaceAll(/[\u202f\u200e\u200f]/g, (mark) => (mark === "\u202f" ? " " : ""))).toBe(expected);
});
