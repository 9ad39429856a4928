import type { Problem } from "../../problems.ts";
import { calcomProblems } from "./calcom.ts";
import { calendlyProblems } from "./calendly.ts";
import type { ProblemCatalogue, ProblemWording } from "./catalogue.ts";
import { desktopProblems } from "./desktop.ts";
import { destinationProblems } from "./destinations.ts";
import { pageProblems } from "./page.ts";
import { receptionProblems } from "./reception.ts";
import { relayProblems } from "./relay.ts";
import { storeProblems } from "./store.ts";
import { timekitProblems } from "./timekit.ts";
import { tunnelProblems } from "./tunnel.ts";

const catalogue: ProblemCatalogue = {
  ...storeProblems,
  ...desktopProblems,
  ...tunnelProblems,
  ...relayProblems,
  ...receptionProblems,
  ...timekitProblems,
  ...calcomProblems,
  ...calendlyProblems,
  ...destinationProblems,
  ...pageProblems,
};

/** What a user is told of a problem, in whole sentences. */
export interface ProblemWords {
  readonly message: string;
  /** Empty where the message says what to do. */
  readonly remedy: string;
}

export function problemWords(problem: Problem): ProblemWords {
  // A problem carries the arguments of its own code.
  const wording = catalogue[problem.code] as ProblemWording<unknown>;
  const args = "args" in problem ? problem.args : null;
  const said = (one: ProblemWording<unknown>["message"]) => (typeof one === "function" ? one(args) : one);
  return { message: said(wording.message), remedy: said(wording.remedy) };
}
