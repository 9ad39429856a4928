import { mentions, searchable, searchableText } from "../bookings/mentions.ts";

/** What of a body is its host's, who may be somebody else's customer, and what its customers'. */
export interface Parties {
  readonly host: unknown;
  readonly customers: unknown;
}

/**
 * Whether the raw bytes of a body tell of a customer by a mail address, wherever in it that stands. As the address of its
 * host it counts only among the customers; a body that `partiesOf` cannot take apart tells of whoever is in it. Never throws.
 */
export function tellsOfCustomer(
  body: Uint8Array,
  spellings: readonly string[],
  partiesOf: (body: Uint8Array) => Parties | null,
): boolean {
  if (!mentions(searchable(body), spellings)) return false;
  try {
    const parties = partiesOf(body);
    const says = (part: unknown) => mentions(searchableText(JSON.stringify(part ?? null)), spellings);
    return parties === null || !says(parties.host) || says(parties.customers);
  } catch {
    return true;
  }
}
