import type { z } from "zod";
import type { ProblemCode } from "../../../common/problems.ts";
import { WorldError } from "../../lib/world-error.ts";

/**
 * What a service answered, as `schema` has it.
 * @throws WorldError `odd`, with the names of the keys that are wrong, and none of their values
 */
export function readAnswer<T>(text: string, schema: z.ZodType<T>, odd: ProblemCode): T {
  const { data, success, error } = schema.safeParse(jsonOf(text));
  if (success) return data;
  throw new WorldError(odd, error.issues[0]?.path.join(".") || "not the JSON that was expected");
}

/** Undefined for what is no JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
