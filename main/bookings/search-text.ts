import type { Booking } from "../../common/booking.ts";

/** A booking's own text has room for a page; beyond that it is not searched. */
const longest = 4_000;

/** All of a booking that can be searched, in one text. */
export function searchText(booking: Booking): string {
  const { customer, others, subject, place, comment, answers, host, project, status, native } = booking;
  const people = [customer, ...others].flatMap((person) => (person ? [person.name, person.email] : []));
  // Where Bookbell has a word of its own the service's is not shown, and would be the same in most bookings.
  const state = status === "unknown" ? native.state.replaceAll("_", " ") : "";
  const said = answers.map(({ text }) => text);
  return [...people, subject, place, comment, ...said, host?.name, project?.name, state]
    .filter(Boolean)
    .join("\n")
    .slice(0, longest);
}

/** The words looked for: `long` ones are found by their trigrams, `short` ones are not. */
export function searchWords(text: string): { long: string[]; short: string[] } {
  const words = text
    .normalize("NFC")
    .toLowerCase()
    .split(/[\s\p{Cc}]+/u)
    .filter(Boolean)
    .slice(0, 10);
  const isLong = (word: string) => [...word].length >= 3;
  return { long: words.filter(isLong), short: words.filter((word) => !isLong(word)) };
}
