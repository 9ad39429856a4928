import { type Problem, type ProblemCode, problem } from "../../common/problems.ts";

/** A fault of the world, not of the code: the log has its code, the user its words in common/words/problems. */
export class WorldError extends Error {
  readonly code: ProblemCode;
  /** What helps to find the cause, such as the last line that a program said; may reach the log, so no secret. */
  readonly detail: string;

  constructor(code: ProblemCode, detail = "") {
    super(detail ? `${code} (${detail})` : code);
    this.name = "WorldError";
    this.code = code;
    this.detail = detail;
  }
}

/** What to tell the user of any error; `otherwise` is for one that is no fault of the world. */
export const problemOf = (error: unknown, otherwise: ProblemCode): Problem =>
  problem(error instanceof WorldError ? error.code : otherwise);
