import type { Unannounced } from "../news.ts";

/** Empty where it is not known. */
type When = { readonly when: string };

const received = (when: string) => (when ? `Received a booking for ${when}` : "Received a booking");

/** The words for what comes without a notification. */
export const unannounced = {
  received: {
    past: ({ when }) => `${received(when)}, already over: not announced.`,
    paused: ({ when }) => `${received(when)}, not announced: notifications are paused.`,
    quiet: ({ when }) => `${received(when)}, listed only: not announced.`,
    quietHours: ({ when }) => `${received(when)}, not announced: quiet hours.`,
    ignored: ({ when }) => `${received(when)}, not announced, as you chose.`,
  } satisfies Record<Unannounced["outcome"] | "quietHours", (at: When) => string>,
  show: "Show",
} as const;
