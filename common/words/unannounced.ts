import type { Unannounced } from "../news.ts";

/** The words for what comes without a notification. */
export const unannounced = {
  received: (when: string, why: string) => `Received a booking${when && ` for ${when}`}, ${why}.`,
  why: {
    past: "already over: not announced",
    paused: "not announced: notifications are paused",
    quiet: "listed only: not announced",
    ignored: "not announced, as you chose",
  } satisfies Record<Unannounced["reason"], string>,
  show: "Show",
} as const;
