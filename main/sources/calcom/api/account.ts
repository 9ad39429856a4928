import { z } from "zod";
import { WorldError } from "../../../lib/world-error.ts";
import type { Call } from "../../rest/call.ts";
import { dataOf } from "./answers.ts";

const text = z.string().catch("");
const meSchema = z.object({ name: text, username: text, email: text });

/**
 * The name of the user that the key belongs to: the cheapest question that tells whether the key is good.
 * @throws WorldError; calcom-no-api where something else answers at that address
 */
export async function checkKey(call: Call): Promise<string> {
  try {
    const { name, username, email } = dataOf(await call("GET", "/me"), meSchema);
    return name || username || email;
  } catch (error) {
    const isElsewhere = error instanceof WorldError && ["calcom-gone", "calcom-odd"].includes(error.code);
    throw isElsewhere ? new WorldError("calcom-no-api", error.detail) : error;
  }
}
