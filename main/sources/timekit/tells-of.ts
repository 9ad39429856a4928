import { mentions, searchable, searchableText } from "../../bookings/mentions.ts";
import { unwrapped } from "./read.ts";

/**
 * Whether the raw bytes of a body tell of a customer by a mail address, wherever in it that stands. As the address of its
 * host, who may be somebody else's customer, it counts only among the customers. Never throws.
 */
export function tellsOf(body: Uint8Array, spellings: readonly string[]): boolean {
  if (!mentions(searchable(body), spellings)) return false;
  try {
    const booking = unwrapped(JSON.parse(new TextDecoder().decode(body))) as Partial<Record<string, unknown>>;
    const { user, resource, calendar, customers, attributes } = booking;
    const says = (part: unknown) => mentions(searchableText(JSON.stringify(part ?? null)), spellings);
    const entered = (attributes as { customer?: unknown } | undefined)?.customer;
    return !says([user, resource, calendar]) || says([customers, entered]);
  } catch {
    return true;
  }
}
