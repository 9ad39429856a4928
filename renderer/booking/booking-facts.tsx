import type { Booking } from "../../common/booking.ts";
import { plainText } from "../../common/plain-text.ts";
import { serviceOf } from "../../common/sources.ts";
import { words } from "../../common/words/page.ts";
import { DefinitionRow } from "../parts/definition-row.tsx";
import { subjectOf } from "../text/booking-text.ts";

/** "flux_capacitors" as "Flux capacitors" */
function named(field: string): string {
  const words = field.replaceAll(/[_\s-]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Everything that was told, a line each; what was not told has none. */
export function BookingFacts({ booking }: { booking: Booking }) {
  const names = words.booking.facts;
  const { customer, others, place, comment, answers, host, project, seats } = booking;
  const description = plainText(booking.description);
  const lines: readonly [string, string | undefined][] = [
    [names.subject, subjectOf(booking)],
    [names.place, place],
    [names.comment, comment],
    [names.mail, customer?.email],
    [names.phone, customer?.phone],
    ...answers
      .map(({ field, text }): [string, string] => [named(field), text])
      // What Timekit's widget has written into the description, or made the place, is not said twice.
      .filter(
        ([name, text]) => text !== place && !description.toLowerCase().includes(`${name.toLowerCase()}: `),
      ),
    [names.others, others.map(({ name, email }) => name.trim() || email).join("\n")],
    [names.seats, seats ? words.agenda.seats(seats) : ""],
    [names.description, description],
    [names.host, host?.name],
    [names.project, project?.name],
    [names.source, serviceOf(booking) === "timekit" ? "" : words.sources[serviceOf(booking)]],
  ];
  const told = lines.flatMap(([name, text]) => (text?.trim() ? [{ name, text: text.trim() }] : []));
  if (told.length === 0) return null;
  return (
    <dl class="definitions booking-facts">
      {told.map(({ name, text }) => (
        <DefinitionRow key={name} name={name}>
          <bdi class="booking-text">{text}</bdi>
        </DefinitionRow>
      ))}
    </dl>
  );
}
