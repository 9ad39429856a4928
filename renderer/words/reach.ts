/** The words for whether what Timekit posts arrives here. */
export const reach = {
  receiving: (host: string) => (host ? `Receiving through ${host}` : "Receiving"),
  notReceiving: (since: string) => `Not receiving since ${since}`,
  unknown: "Checking…",
  off: "On this computer only",
  again: "Receiving again",
  /** Until main has said why. */
  silent: { message: "Nothing can arrive right now.", remedy: "Bookbell keeps trying." },
  retry: "Try again",
  check: "Check now",
  settings: "Open settings",
  gaps: "All gaps",
  checked: (when: string) => `Last checked ${when}`,
  notChecked: "Not checked yet",
} as const;
