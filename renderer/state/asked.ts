import type { Answer } from "../../common/ipc.ts";
import { words } from "../words.ts";

/** A bridge that breaks is one more thing the user cannot have, in the same words everywhere. */
export async function asked<T>(answer: Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    return await answer;
  } catch {
    return { ok: false, error: words.problems.silent };
  }
}
