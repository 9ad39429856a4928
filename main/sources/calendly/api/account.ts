import { z } from "zod";
import { readAnswer } from "../../rest/answers.ts";
import type { Call } from "../../rest/call.ts";

/** Whose token it is; the addresses are what Calendly calls them by. */
export interface Account {
  readonly user: string;
  readonly organization: string;
  readonly name: string;
}

const meSchema = z.object({
  resource: z.object({
    uri: z.string().min(1),
    current_organization: z.string().min(1),
    name: z.string().catch(""),
    email: z.string().catch(""),
  }),
});

/**
 * Who the user is at Calendly: the cheapest question that tells whether the token is good.
 * @throws WorldError
 */
export async function readAccount(call: Call): Promise<Account> {
  const { resource } = readAnswer(await call("GET", "/users/me"), meSchema, "calendly-odd");
  const { uri, current_organization, name, email } = resource;
  return { user: uri, organization: current_organization, name: name || email };
}
