import type { Problem } from "./view.ts";

/** Every fault of the world that a user may meet: what is wrong, and the one thing to do. */
const problems = {
  "port-refused": [
    "Bookbell cannot listen for bookings on this computer.",
    "Choose another port in Settings.",
  ],
  "store-closed": [
    "Bookbell cannot keep bookings right now.",
    "Check that the disk is not full, then restart Bookbell.",
  ],
  "store-newer": ["A newer version of Bookbell wrote these bookings.", "Install the newer version again."],
  "notifications-failed": [
    "Notifications cannot be shown.",
    "Turn them on for Bookbell in your system settings.",
  ],
  "settings-damaged": [
    "Your settings could not be read.",
    "Bookbell started with fresh ones: copy the new address into Timekit.",
  ],
  "invalid-input": ["That cannot be used here.", "Check what you entered."],
  internal: ["Something went wrong inside Bookbell.", "Try again; if it stays, restart Bookbell."],
} as const;

export type ProblemCode = keyof typeof problems;

export function problem(code: ProblemCode): Problem {
  const [message, remedy] = problems[code];
  return { code, message, remedy };
}
