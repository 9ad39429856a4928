import type { Detail } from "../change.ts";
import { listed } from "./listed.ts";

/** What the parts of a booking are called, in a notification and in the window, for a translator to take over whole. */
export const detailWords: Readonly<Record<Detail, string>> = {
  subject: "subject",
  place: "location",
  description: "description",
  comment: "comment",
  answers: "form answers",
  customers: "customer",
  host: "host",
  project: "project",
  seats: "seats",
};

/** A sentence of its own: "Location and subject changed" */
export function detailsChanged(details: readonly Detail[]): string {
  const named = listed(details.map((detail) => detailWords[detail]));
  return `${named.charAt(0).toUpperCase()}${named.slice(1)} changed`;
}
