import type { Detail } from "../change.ts";

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
