/** The words for bookings of Calendly. */
export const calendly = {
  title: "Calendly",
  row: "Calendly",
  off: "Not used",
  what: "Bookings made through Calendly stand beside the others. Bookbell registers the webhook with your token, and signs it.",
  steps: {
    title: "In Calendly",
    all: [
      "Open Integrations & apps, API and webhooks, and press Get a token now.",
      "Give it a name, such as Bookbell, and copy it.",
      "Enter it above. Bookbell registers the webhook when you press Register.",
    ],
  },
} as const;
