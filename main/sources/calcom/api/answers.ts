import { z } from "zod";
import { WorldError } from "../../../lib/world-error.ts";

/**
 * The `data` of what Cal.com answered, as `schema` has it.
 * @throws WorldError calcom-odd, with the names of the keys that are wrong, and none of their values
 */
export function dataOf<T>(text: string, schema: z.ZodType<T>): T {
  const { data, success, error } = z.object({ data: schema }).safeParse(jsonOf(text));
  if (success) return data.data;
  throw new WorldError("calcom-odd", error.issues[0]?.path.join(".") || "not the JSON that was expected");
}

/** Undefined for what is no JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
