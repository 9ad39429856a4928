import type { Problem } from "./view.ts";

/** Every fault of the world that a user may meet: what is wrong, and the one thing to do. */
const problems = {
  "port-refused": [
    "Bookbell cannot listen for bookings on this computer.",
    "Choose another port in Settings.",
  ],
  "store-closed": [
    "Bookbell cannot keep bookings right now.",
    "Bookbell keeps trying; if this stays, restart it.",
  ],
  "disk-full": [
    "The disk is full, so bookings cannot be kept.",
    "Free some space; Bookbell goes on by itself.",
  ],
  "store-read-only": [
    "Bookbell may not write to its folder.",
    "Make it writable; Bookbell goes on by itself.",
  ],
  "store-locked": ["Another program holds the bookings file.", "Close it; Bookbell goes on by itself."],
  "store-recovered": [
    "Your bookings file was damaged.",
    "What could be read was kept; the old file was set aside beside it.",
  ],
  "not-saved": ["The file could not be saved.", "Choose another place."],
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
