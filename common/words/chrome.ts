import type { PauseSpan } from "../setting-choices.ts";

/** The words for what the buttons above a screen do. */
export const header = {
  settings: "Settings",
  /** The button's name while a newer version is ready. */
  settingsReady: "Settings: an update is ready",
  back: "Back",
} as const;

/** The words for copying the address that Timekit posts to. */
export const copy = {
  action: "Copy webhook URL",
  local: "Copy local URL",
  done: "Copied",
  said: "Webhook URL copied",
  localSaid: "URL copied: it works on this computer only",
} as const;

/** The words for pausing notifications, below the list. */
export const pause = {
  action: "Pause",
  name: "Pause notifications",
  paused: "Paused",
  until: ({ time }: { time: string }) => `Paused until ${time}`,
  spans: {
    off: "Resume",
    hour: "1 hour",
    today: "Until tomorrow",
    on: "Until I resume",
  } satisfies Record<PauseSpan, string>,
  said: "Notifications are paused. Bookings still arrive and are listed here.",
  resumed: "Notifications are no longer paused",
} as const;

/** The words for the lines that say what is wrong. */
export const status = {
  label: "Needs attention",
  more: ({ count }: { count: number }) => `and ${count} more`,
  history: "See history",
  dismiss: "Dismiss",
  dismissThis: ({ what }: { what: string }) => `Dismiss: ${what}`,
  retry: "Try again",
} as const;
