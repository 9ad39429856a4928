/** The words for what the buttons above a screen do. */
export const header = {
  pause: "Pause notifications",
  settings: "Settings",
  back: "Back",
} as const;

/** The words for copying the address that Timekit posts to. */
export const copy = {
  action: "Copy address",
  local: "Copy local address",
  done: "Copied",
  said: "Address copied",
  localSaid: "Address copied: it works on this computer only",
} as const;

/** The words for the lines that say what is wrong, or switched on. */
export const status = {
  label: "Needs attention",
  paused: {
    message: "Notifications are paused.",
    until: ({ time }: { time: string }) => `Notifications are paused until ${time}.`,
    remedy: "Bookings still arrive and show up here.",
    action: "Resume",
  },
  dismiss: "Dismiss",
  dismissThis: ({ what }: { what: string }) => `Dismiss: ${what}`,
  retry: "Try again",
} as const;
