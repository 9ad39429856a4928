import type { Remedy } from "../trouble.ts";

/** The words for how Bookbell is, in the footer and on the buttons that mend it. */
export const health = {
  levels: {
    failed: "Not receiving",
    refusing: "Rejecting bookings",
    "not-receiving": "Not receiving",
    "not-set-up": "Not set up: bookings can’t reach you",
    degraded: "Needs attention",
  },
  notReceivingSince: ({ since }: { since: string }) => `Not receiving since ${since}`,
  notConnectedSince: ({ team, since }: { team: string; since: string }) =>
    `Not connected to ${team}’s relay since ${since}`,
  relayUnreachedSince: ({ team, since }: { team: string; since: string }) =>
    `${team}’s relay out of reach since ${since}`,
  receiving: "Receiving",
  starting: "Starting…",
  checking: "Checking…",
  lastBooking: ({ when }: { when: string }) => `Last booking came ${when}`,
  noBooking: "No booking has come yet",
  again: "Receiving again",
  actions: {
    port: "Change port",
    secret: "Enter secret",
    log: "Show",
    reconnect: "Try again",
    tunnel: "Open settings",
    "set-up": "Finish setting up",
    "hand-out": "Finish setting up",
    copy: "Copy webhook URL",
    zapier: "Open Zapier",
    calcom: "Open Cal.com",
    calendly: "Open Calendly",
    destinations: "Open",
    timekit: "Open Timekit",
    recovered: "Dismiss",
  } satisfies Record<Remedy, string>,
} as const;
