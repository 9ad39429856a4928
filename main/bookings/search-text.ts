import type { Booking } from "../../common/booking.ts";

/** A booking's own text has room for a page; beyond that it is not searched. */
const longest = 4_000;

/** All of a booking that can be searched, in one text. */
export function searchText(booking: Booking): string {
  const { customer, others, subject, place, comment, answers, host, project } = booking;
  const people = [customer, ...others].flatMap((person) => (person ? [person.name, person.email] : []));
  return [...people, subject, place, comment, ...answers.map(({ text }) => text), host?.name, project?.name]
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
