import { type Language, spokenOf } from "./languages.ts";

/** Of the page that this runs in; none in a test of a part alone. */
const { document } = globalThis as {
  readonly document?: { readonly documentElement: { readonly lang: string } };
};

/** What a page speaks, for its life: main loads it anew when another language is chosen. */
export const pageLanguage: Language = spokenOf([document?.documentElement.lang ?? ""]);
