import { type Parties, tellsOfCustomer } from "../tells-of.ts";
import { customersIn } from "./customers.ts";
import { lettersOf } from "./keys.ts";
import { fieldsIn } from "./paths.ts";
import { unwrap } from "./unwrap.ts";

/** Whether the raw bytes of what was forwarded tell of a customer by a mail address. Never throws. */
export const tellsOf = (body: Uint8Array, spellings: readonly string[]): boolean =>
  tellsOfCustomer(body, spellings, partiesOf);

function partiesOf(body: Uint8Array): Parties | null {
  const unwrapped = unwrap(body);
  if (!unwrapped.ok) return null;
  const { booking } = unwrapped;
  const host = Object.entries(booking).filter(([key]) => /^(?:user|resource|calendar)/.test(lettersOf(key)));
  const { values, answers } = fieldsIn(booking);
  const entered = [...values].filter(([path]) => path.startsWith("attributes.customer."));
  return { host, customers: [customersIn(booking), entered, [...answers]] };
}
