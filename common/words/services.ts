import type { ServiceName } from "../sources.ts";

export interface ServiceWords {
  readonly webhook: string;
  readonly webhookHelp: string;
  /** By the state that its view tells. */
  readonly states: Readonly<Record<string, string>>;
  readonly register: string;
  readonly registerName: string;
  readonly registered: string;
  readonly unregister: string;
  readonly unregisterName: string;
  readonly unregisterSure: string;
  readonly unregistered: string;
  readonly fetchName: string;
}

/** The words for services that are asked with a key of the user's. */
export const services: Readonly<Record<ServiceName, ServiceWords>> = {
  calcom: {
    webhook: "Webhook",
    webhookHelp: "With it, Cal.com tells Bookbell of each change at once.",
    states: {
      none: "None registered by Bookbell",
      right: "Registered",
      elsewhere: "Registered at another address",
      off: "Switched off in Cal.com",
      gone: "Removed in Cal.com",
      template: "Changed in Cal.com",
      incomplete: "Changed in Cal.com",
    },
    register: "Register",
    registerName: "Register the webhook at Cal.com",
    registered: "Webhook registered",
    unregister: "Remove",
    unregisterName: "Remove the webhook at Cal.com",
    unregisterSure: "Remove the webhook? Changes are then only fetched every ten minutes.",
    unregistered: "Webhook removed",
    fetchName: "Fetch missed bookings from Cal.com",
  },
  calendly: {
    webhook: "Webhook",
    webhookHelp: "With it, Calendly tells Bookbell of each change at once. It can be made by Bookbell only.",
    states: {
      none: "None registered",
      active: "Registered",
      retrying: "Registered; Calendly tries again to get through",
      disabled: "Calendly gave it up after a day without an answer",
      stale: "Registered at another address",
    },
    register: "Register",
    registerName: "Register the webhook at Calendly",
    registered: "Webhook registered",
    unregister: "Remove",
    unregisterName: "Remove the webhook at Calendly",
    unregisterSure: "Remove the webhook? Changes are then only fetched every ten minutes.",
    unregistered: "Webhook removed",
    fetchName: "Fetch missed bookings from Calendly",
  },
};

/** The same for all of them. */
export const service = {
  checking: "Checking…",
  on: ({ name }: { name: string }) => (name ? `Connected as ${name}` : "Connected"),
  off: "Not used",
  missed: "Missed bookings",
  fetched: ({ when }: { when: string }) => `Last fetched ${when}`,
  neverFetched: "Bookbell fetches them by itself, every ten minutes.",
  fetch: "Fetch now",
  didFetch: "Fetched",
  server: "Server",
  serverHelp: "Only for a Cal.com of your own: where its API answers. Empty for Cal.com’s cloud.",
} as const;
