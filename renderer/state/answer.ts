import type { Answer } from "../../common/ipc.ts";
import { type Problem, problem } from "../../common/problems.ts";

export const ok = <T>(value: T): Answer<T> => ({ ok: true, value });

/** Why it was refused; null when it was not. */
export const problemOf = (answer: Answer<unknown>): Problem | null => (answer.ok ? null : answer.error);

/** A bridge that breaks is one more thing the user cannot have, in the same words everywhere. */
export async function asked<T>(answer: Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    return await answer;
  } catch {
    return { ok: false, error: problem("page-silent") };
  }
}
