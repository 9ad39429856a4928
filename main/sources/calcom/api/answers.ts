import { z } from "zod";
import { readAnswer } from "../../rest/answers.ts";

/**
 * The `data` of what Cal.com answered, as `schema` has it.
 * @throws WorldError calcom-odd
 */
export const dataOf = <T>(text: string, schema: z.ZodType<T>): T =>
  readAnswer(text, z.object({ data: schema }), "calcom-odd").data;
