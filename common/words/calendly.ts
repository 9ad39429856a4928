/** The words for bookings of Calendly. */
export const calendly = {
  title: "Calendly",
  row: "Calendly",
  off: "Not connected",
  what: "Bookbell makes the webhook with your token, and signs it. Any plan of Calendly’s will do.",
  steps: {
    title: "In Calendly",
    all: [
      "Open Integrations & apps, API and webhooks, and press Get a token now, or Generate new token.",
      "Name it, such as Bookbell, and tick users:read, scheduled_events:write and webhooks:write.",
      "Copy it, and enter it above.",
    ],
  },
} as const;
