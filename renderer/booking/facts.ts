import type { AgendaItem } from "../../common/agenda.ts";
import type { Booking, FormAnswer } from "../../common/booking.ts";
import { joinServiceOf } from "../../common/join-link.ts";
import { plainText } from "../../common/plain-text.ts";
import { visible } from "../../common/text.ts";

/** "flux_capacitors" as "Flux capacitors" */
export function fieldName(field: string): string {
  const words = field.replaceAll(/[_\s-]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const plain = (text: string) => text.toLowerCase().replaceAll(/\s+/g, " ").trim();

/** The answers that nothing else says: what Timekit's widget has made the place, or the comment, is not said twice. */
export function answersOf({ answers, place, comment }: Booking): readonly FormAnswer[] {
  const said = new Set([place, comment].map(plain));
  return answers.filter(({ text }) => visible(text) !== "" && !said.has(plain(text)));
}

/**
 * What the description says besides: Timekit's widget writes into it, line by line, what the customer entered, "Comment: …",
 * and that stands beside it already. What is left out stands in full elsewhere on the page.
 */
export function descriptionOf(booking: Booking): string {
  const { description, comment, answers, customer, place } = booking;
  const people = customer ? [customer.name, customer.email, customer.phone] : [];
  const told = [comment, place, ...people, ...answers.map(({ text }) => text)].map(plain).filter(Boolean);
  const fields = new Set(["comment", "name", "email", "phone", "location", "where"]);
  for (const { field } of answers) fields.add(plain(fieldName(field)));
  let rest = plainText(description);
  // A comment of several lines is one of several lines there, too.
  if (comment.includes("\n")) rest = rest.replace(comment.trim(), comment.trim().replaceAll(/\s+/g, " "));
  const isTold = (line: string) => {
    const [, name = "", value = ""] = /^([^:]{1,60}):\s*(.*)$/su.exec(line) ?? [];
    const text = plain(line);
    return (
      told.includes(text) || (fields.has(plain(name)) && (plain(value) === "" || told.includes(plain(value))))
    );
  };
  const lines = rest.split("\n").filter((line) => visible(line) === "" || !isTold(line));
  return lines.join("\n").trim();
}

/** Where it takes place, if that is more than the service that Join names; its link stays readable. */
export function placeOf({ booking, join, off }: AgendaItem): string {
  // As it is kept: main finds its links there, too.
  const place = visible(booking.place) && booking.place.trim();
  const isAddress = /^https?:\/\/\S+$/u.test(place);
  return isAddress && off ? "" : place || (join ? (joinServiceOf(join) ?? "") : "");
}
