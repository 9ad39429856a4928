/** The words on what fills the screen when a booking begins. */
export const fullScreen = {
  now: "Now",
  snooze: "Snooze 5 min",
  close: "Close",
  keys: { join: "Enter", snooze: "S", close: "Esc" },
} as const;
