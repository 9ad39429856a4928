import type { Wanted } from "../found.ts";
import { counted } from "./counted.ts";

/** The words for looking for bookings. */
export const search = {
  title: "Search",
  open: "Search bookings",
  field: "Name, mail, subject, place or comment",
  state: "State",
  states: { all: "Any", on: "On", asked: "Asked for", off: "Off" } satisfies Record<Wanted["state"], string>,
  time: "Time",
  times: { all: "Any time", upcoming: "To come", past: "Past" } satisfies Record<Wanted["time"], string>,
  found: ({ count, more }: { count: number; more: boolean }) =>
    more ? `The first ${count}` : counted(count, "booking"),
  more: "There are more: add a word to find fewer.",
  none: { title: "Nothing found", text: "Every word has to be part of the booking." },
  hint: "Finds any part of a word, in all the bookings that are kept.",
} as const;
