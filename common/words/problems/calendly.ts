import type { ProblemCatalogue } from "./catalogue.ts";

/** The words for what goes wrong with Calendly’s API, and with the webhook there. */
export const calendlyProblems = {
  "calendly-token-refused": {
    message: "Calendly does not accept this personal access token.",
    remedy: "Make a new one under Integrations & apps > API and webhooks in Calendly.",
  },
  "calendly-not-allowed": {
    message: "Calendly does not let this token do that.",
    remedy:
      "Make a new one that may read scheduled events and change them and webhooks, and look at your plan.",
  },
  "calendly-unreachable": {
    message: "Calendly cannot be reached.",
    remedy: "Check your internet connection; Bookbell keeps trying.",
  },
  "calendly-busy": {
    message: "Calendly asks for a pause.",
    remedy: "Bookbell tries again by itself.",
  },
  "calendly-odd": {
    message: "Calendly answered with something Bookbell does not know.",
    remedy: "Try again later.",
  },
  "calendly-gone": {
    message: "Calendly does not know this booking any more.",
    remedy: "Look in Calendly itself.",
  },
  "calendly-turned-down": {
    message: "Calendly turned this down.",
    remedy: "Look in Calendly itself.",
  },
  "calendly-class": {
    message: "Calendly can cancel this event only for all who booked it.",
    remedy: "Cancel it in Calendly itself.",
  },
  "calendly-endless": {
    message: "Calendly’s list of bookings came to no end, so some may be missing.",
    remedy: "Look in Calendly itself; Bookbell tries again later.",
  },
  "calendly-webhook-disabled": {
    message: "Calendly has disabled its webhook, because nothing got through for a day.",
    remedy: "Bookbell sets it up anew once it can be reached.",
  },
  "calendly-webhook-left": {
    message: "Calendly could not be asked to remove Bookbell’s webhook, so bookings still arrive.",
    remedy: "To end that, set a token again, and remove it once Calendly can be reached.",
  },
  "calendly-signing-unreadable": {
    message: "The signing key of Calendly’s webhook cannot be read.",
    remedy:
      "Unlock this system’s keyring, or register the webhook again: until then its bookings are rejected.",
  },
} satisfies Partial<ProblemCatalogue>;
