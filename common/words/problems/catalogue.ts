import type { AnyCode, ArgsOf } from "../../problems.ts";

/** A sentence, or how it is made of what it is given. */
type Said<Args> = string | ((args: Args) => string);

/** What is wrong, and the one thing to do about it; empty where the first says that, too. */
export interface ProblemWording<Args> {
  readonly message: Said<Args>;
  readonly remedy: Said<Args>;
}

export type ProblemCatalogue = { readonly [Code in AnyCode]: ProblemWording<ArgsOf<Code>> };
