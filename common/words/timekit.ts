import { counted } from "./counted.ts";

/** The words for the connection to Timekit's own API. */
export const timekit = {
  title: "Timekit",
  row: "Connection",
  off: "Not connected",
  checking: "Checking…",
  on: ({ app }: { app: string }) => (app ? `Connected to “${app}”` : "Connected"),
  failed: "Not connected",

  whose: "Whose bookings",
  whoseHelp: "Only these are shown.",
  everybody: "Everybody",
  hidden: "Name hidden",
  chosen: ({ name }: { name: string }) => `Showing bookings of ${name}`,

  missed: "Missed bookings",
  fetched: ({ when }: { when: string }) => `Last fetched ${when}`,
  unread: ({ count }: { count: number }) => `${counted(count, "booking")} could not be read`,
  neverFetched: "Bookbell also fetches them by itself after each gap.",
  fetch: "Fetch now",
  fetching: "Fetching…",
  didFetch: "Fetched",
} as const;
