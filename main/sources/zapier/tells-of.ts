import { mentions, searchable, searchableText } from "../../bookings/mentions.ts";
import { customersIn } from "./customers.ts";
import { lettersOf } from "./keys.ts";
import { fieldsIn } from "./paths.ts";
import { unwrap } from "./unwrap.ts";

/**
 * Whether the raw bytes of what was forwarded tell of a customer by a mail address, wherever in it that stands. As the
 * address of its host, who may be somebody else's customer, it counts only among the customers. Never throws.
 */
export function tellsOf(body: Uint8Array, spellings: readonly string[]): boolean {
  if (!mentions(searchable(body), spellings)) return false;
  try {
    const unwrapped = unwrap(body);
    if (!unwrapped.ok) return true;
    const { booking } = unwrapped;
    const says = (part: unknown) => mentions(searchableText(JSON.stringify(part ?? null)), spellings);
    const ofHost = Object.entries(booking).filter(([key]) =>
      /^(?:user|resource|calendar)/.test(lettersOf(key)),
    );
    const { values, answers } = fieldsIn(booking);
    const entered = [...values].filter(([path]) => path.startsWith("attributes.customer."));
    return !says(ofHost) || says([customersIn(booking), entered, [...answers]]);
  } catch {
    return true;
  }
}
