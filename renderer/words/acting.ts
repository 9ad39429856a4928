/** The words for joining a meeting and answering a customer. */
export const acting = {
  join: "Join",
  confirm: "Confirm",
  decline: "Decline",
  cancel: "Cancel booking",
  named: (what: string, who: string, time: string) => [`${what} ${who}`, time].filter(Boolean).join(", "),
  opened: "Opened in your browser",
  confirmed: "Confirmed",
  declined: "Declined",
  cancelled: "Cancelled",
  sure: {
    decline: { before: "Decline ", after: "?" },
    cancel: { before: "Cancel the booking of ", after: "? They are told." },
  },
  message: "Message, if you like",
  keep: "Not now",
} as const;
