import { counted } from "./counted.ts";

/** The words for the connection to Timekit's own API. */
export const timekit = {
  title: "Timekit",
  row: "Timekit",
  account: "Account",
  off: "Not connected",
  checking: "Checking…",
  on: ({ app }: { app: string }) => (app ? `Connected to “${app}”` : "Connected"),
  failed: "Not connected",

  whose: "Show bookings of",
  everybody: "Everyone",
  hidden: "Name hidden",
  chosen: ({ name }: { name: string }) => `Showing bookings of ${name}`,

  missed: "Missed bookings",
  fetched: ({ when }: { when: string }) => `Last checked ${when}`,
  unread: ({ count }: { count: number }) => `${counted(count, "booking")} couldn’t be read`,
  neverFetched: "Happens automatically after every outage.",
  fetch: "Check now",
  fetching: "Checking…",
  didFetch: "Checked",
} as const;
