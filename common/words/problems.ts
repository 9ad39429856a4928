import type { AnyCode, ArgsOf, Problem } from "../problems.ts";
import type { SharedMessages } from "./messages.ts";
import type { Spans } from "./spans.ts";

/** A sentence, or how it is made of what it is given. */
type Said<Args> = string | ((args: Args) => string);

/** What its sentence is given, where that is not what the problem itself carries. */
interface Reworded {
  readonly "clock-wrong": { readonly ahead: boolean; readonly span: string };
}

type GivenBy<Code extends AnyCode> = Code extends keyof Reworded ? Reworded[Code] : ArgsOf<Code>;

type Catalogue = {
  readonly [Code in AnyCode]: {
    readonly message: Said<GivenBy<Code>>;
    readonly remedy?: Said<GivenBy<Code>>;
  };
};

/** What a user is told of a problem, in whole sentences. */
export interface ProblemWords {
  readonly message: string;
  /** Empty where the message says what to do. */
  readonly remedy: string;
}

/** What is wrong, and the one thing to do about it. */
export function createProblemWords({ problems }: Pick<SharedMessages, "problems">, spans: Spans) {
  const catalogue: Catalogue = problems;

  function argsOf(problem: Problem): unknown {
    if (problem.code !== "clock-wrong") return "args" in problem ? problem.args : null;
    const { ms } = problem.args;
    return { ahead: ms > 0, span: spans.roughly(Math.abs(ms)) };
  }

  return (problem: Problem): ProblemWords => {
    // A problem carries the arguments of its own code.
    const { message, remedy = "" } = catalogue[problem.code] as Record<"message" | "remedy", Said<unknown>>;
    const said = (one: Said<unknown>) => (typeof one === "function" ? one(argsOf(problem)) : one);
    return { message: said(message), remedy: said(remedy) };
  };
}
