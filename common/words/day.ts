import { counted } from "./counted.ts";

/** The words for finding a day, and for the days of the list. */
export const day = {
  week: "Week",
  weekBefore: "Previous week",
  weekAfter: "Next week",
  monthBefore: "Previous month",
  monthAfter: "Next month",
  pick: "Choose a day",
  today: "Today",
  tomorrow: "Tomorrow",
  yesterday: "Yesterday",
  /** In a cell, for who hears it; the date is "Monday 23 November". */
  cell: ({ date, count }: { date: string; count: number }) =>
    count === 0 ? date : `${date}, ${counted(count, "booking")}`,
  count: ({ count }: { count: number }) => counted(count, "booking"),
  none: "No bookings",
  noneLater: "No later bookings",
  earlier: ({ count }: { count: number }) => `${count} earlier today`,
} as const;
