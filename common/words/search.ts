import type { Wanted } from "../found.ts";
import { type Count, counted } from "./counted.ts";

/** The words for looking for bookings. */
export const search = {
  title: "Search",
  open: "Search bookings",
  field: "Name, email, subject, location or comment",
  clear: "Clear search",
  state: "Status",
  states: {
    all: "All",
    confirmed: "Confirmed",
    requests: "Requests",
    cancelled: "Cancelled",
  } satisfies Record<Wanted["state"], string>,
  time: "When",
  times: { all: "Any time", upcoming: "Upcoming", past: "Past" } satisfies Record<Wanted["time"], string>,
  found: ({ count, more }: Count & { more: boolean }) =>
    more ? `The first ${count}` : counted(count, "booking"),
  /** Over what of this month is over, below what of it is to come. */
  earlier: "Earlier this month",
  more: ({ count }: Count) => `Showing the first ${count}. Add a word to narrow it down.`,
  none: { title: "Nothing found", text: "No booking contains all these words." },
} as const;
