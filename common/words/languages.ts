import { type Language, names, rightToLeft } from "../../languages/compiled/names.js";

export type { Language };

/** What Bookbell speaks, each as its speakers call it. */
export const languages: Readonly<Record<Language, string>> = names;

const isSpoken = (language: string): language is Language => Object.hasOwn(languages, language);

/** The first of these that Bookbell speaks, all of them BCP 47 and the best first; English when it speaks none. */
export function spokenOf(wanted: readonly string[]): Language {
  for (const one of wanted) {
    const { language, region } = localeOf(one);
    const spoken = [`${language}-${region}`, aliases[language] ?? language].find(isSpoken);
    if (spoken) return spoken;
  }
  return "en";
}

/** Which way a line runs. */
export const directionOf = (language: Language): "ltr" | "rtl" =>
  rightToLeft.includes(language) ? "rtl" : "ltr";

/** The file of a page that speaks that language, as the build calls it. */
export const pageIn = (page: string, language: Language): string =>
  page.replace(/\.html$/, `.${language}.html`);

/** Other codes for what is spoken: Norwegian as most write it, and as macOS says it in general. */
const aliases: Readonly<Record<string, string>> = { no: "nb", nn: "nb", iw: "he", pt: "pt-BR" };

function localeOf(tag: string): { readonly language: string; readonly region?: string | undefined } {
  try {
    return new Intl.Locale(tag);
  } catch {
    return { language: "" };
  }
}
