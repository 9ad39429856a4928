import { type Parties, tellsOfCustomer } from "../tells-of.ts";
import { objectIn } from "./read.ts";

/** Whether the raw bytes of a body of Cal.com's tell of a customer by a mail address. Never throws. */
export const tellsOf = (body: Uint8Array, spellings: readonly string[]): boolean =>
  tellsOfCustomer(body, spellings, partiesOf);

/** Whoever cancelled is one of these: his address stands among the others', too. */
function partiesOf(body: Uint8Array): Parties | null {
  const json = objectIn(new TextDecoder().decode(body));
  if (!json) return null;
  const told = (json.payload ?? json) as Partial<Record<string, unknown>>;
  const { organizer, team, hosts, attendees, responses, customInputs, guests } = told;
  return {
    host: [organizer, team, hosts],
    customers: [attendees, responses, told.bookingFieldsResponses, customInputs, guests],
  };
}
