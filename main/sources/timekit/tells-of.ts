import { type Parties, tellsOfCustomer } from "../tells-of.ts";
import { unwrapped } from "./read.ts";

/** Whether the raw bytes of a body of Timekit's tell of a customer by a mail address. Never throws. */
export const tellsOf = (body: Uint8Array, spellings: readonly string[]): boolean =>
  tellsOfCustomer(body, spellings, partiesOf);

function partiesOf(body: Uint8Array): Parties {
  const booking = unwrapped(JSON.parse(new TextDecoder().decode(body))) as Partial<Record<string, unknown>>;
  const { user, resource, calendar, customers, attributes } = booking;
  const entered = (attributes as { customer?: unknown } | undefined)?.customer;
  return { host: [user, resource, calendar], customers: [customers, entered] };
}
