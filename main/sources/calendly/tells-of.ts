import { type Parties, tellsOfCustomer } from "../tells-of.ts";

/** Whether the raw bytes of a body of Calendly's tell of a customer by a mail address. Never throws. */
export const tellsOf = (body: Uint8Array, spellings: readonly string[]): boolean =>
  tellsOfCustomer(body, spellings, partiesOf);

/** What is the host's is named; whatever else is there may be a customer's. */
function partiesOf(body: Uint8Array): Parties {
  const { payload } = JSON.parse(new TextDecoder().decode(body));
  const { scheduled_event: event, ...invitee } = payload;
  const { event_memberships: host, ...others } = event ?? {};
  return { host, customers: [invitee, others] };
}
