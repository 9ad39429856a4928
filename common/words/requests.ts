import { type Count, counted } from "./counted.ts";

/** The words for bookings that wait for their host's answer. */
export const requests = {
  title: "Requests",
  waiting: ({ count }: Count) => `${counted(count, "request")} waiting`,
  list: "Requests waiting for your answer",
  empty: { title: "No requests waiting", text: "Bookings that need your answer appear here." },
} as const;
