/** The host is empty while others see the screen. */
const join = (host: string) => (host ? `Join · ${host}` : "Join");

/** The words for joining a meeting and answering a customer. */
export const acting = {
  join,
  confirm: "Confirm",
  decline: "Decline",
  cancel: "Cancel booking",
  named: (what: string, who: string, time: string) => [`${what} ${who}`, time].filter(Boolean).join(", "),
  joinNamed: (host: string, who: string, time: string) => [join(host), who, time].filter(Boolean).join(", "),
  opened: "Opened in your browser",
  confirmed: "Confirmed",
  declined: "Declined",
  cancelled: "Cancelled",
  sure: {
    decline: { before: "Decline ", after: "?" },
    cancel: { before: "Cancel the booking of ", after: "? They are told." },
  },
  unknownHost: {
    before: "Open ",
    after: "? Bookbell has not opened it for this project before. Go on only if you know it.",
    open: "Open",
  },
  message: "Message, if you like",
  keep: "Not now",
} as const;
