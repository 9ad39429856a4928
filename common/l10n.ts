import type { TimeFormat } from "./time.ts";
import type { MainWords } from "./words/main.ts";

/** How main says something to its user: the words of a language, and how times are written. */
export interface L10n {
  readonly words: MainWords;
  readonly format: TimeFormat;
}
