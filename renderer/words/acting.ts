/** The words for joining a meeting and answering a customer. */
export const acting = {
  join: "Join",
  confirm: "Confirm",
  decline: "Decline",
  named: (what: string, who: string, time: string) => [`${what} ${who}`, time].filter(Boolean).join(", "),
  opened: "Opened in your browser",
  confirmed: "Confirmed",
  declined: "Declined",
  sure: { before: "Decline ", after: "?" },
  message: "Message, if you like",
  keep: "Not now",
} as const;
