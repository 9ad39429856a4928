import type { ServiceName } from "../sources.ts";
import { counted } from "./counted.ts";

export interface ServiceWords {
  /** By the state that its view tells. */
  readonly states: Readonly<Record<string, string>>;
  readonly registerName: string;
  readonly againName: string;
  readonly unregisterName: string;
  readonly fetchName: string;
}

/** The words for services that are asked with a key of the user's. */
export const services: Readonly<Record<ServiceName, ServiceWords>> = {
  calcom: {
    states: {
      none: "With it, Cal.com tells Bookbell of each change at once.",
      right: "Registered: Cal.com tells of each change at once.",
      elsewhere: "Registered at another address: Bookbell moves it.",
      off: "Switched off in Cal.com.",
      gone: "Removed in Cal.com.",
      template: "Changed in Cal.com.",
      incomplete: "Changed in Cal.com.",
    },
    registerName: "Register the webhook at Cal.com",
    againName: "Register again: the webhook at Cal.com",
    unregisterName: "Remove the webhook at Cal.com",
    fetchName: "Check now: missed bookings from Cal.com",
  },
  calendly: {
    states: {
      none: "With it, Calendly tells Bookbell of each change at once.",
      active: "Registered: Calendly tells of each change at once.",
      retrying: "Registered, but Calendly didn’t get through and tries again.",
      disabled: "Given up by Calendly.",
      stale: "Registered at another address: Bookbell moves it.",
    },
    registerName: "Register the webhook at Calendly",
    againName: "Register again: the webhook at Calendly",
    unregisterName: "Remove the webhook at Calendly",
    fetchName: "Check now: missed bookings from Calendly",
  },
};

/** The same for all of them. */
export const service = {
  checking: "Checking…",
  on: ({ name }: { name: string }) => (name ? `Connected as ${name}` : "Connected"),
  off: "Not connected",
  webhook: "Webhook",
  register: "Register",
  again: "Register again",
  registered: "Webhook registered",
  renewed: ({ when }: { when: string }) => `Set up anew ${when}: Calendly had given it up.`,
  without: "Do without it",
  withoutHelp: "Bookbell then asks every ten minutes only.",
  unregister: "Remove",
  unregisterSure: "Remove the webhook? Changes then come up to ten minutes late.",
  unregistered: "Webhook removed",
  missed: "Missed bookings",
  fetched: ({ when }: { when: string }) => `Last checked ${when}`,
  unread: ({ count }: { count: number }) => `${counted(count, "booking")} couldn’t be read`,
  neverFetched: "Happens automatically, every ten minutes.",
  fetch: "Check now",
  didFetch: "Checked",
  server: "Server",
  serverHelp: "Only for a Cal.com of your own: the address of its API. Empty for Cal.com’s cloud.",
  serverExample: "https://api.example.com/v2",
} as const;
