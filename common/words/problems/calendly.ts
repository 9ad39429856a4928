import type { ProblemCatalogue } from "./catalogue.ts";

/** The words for what goes wrong with Calendly’s API, and with the webhook there. */
export const calendlyProblems = {
  "calendly-token-refused": {
    message: "Calendly doesn’t accept this personal access token.",
    remedy: "Make a new one under Integrations & apps > API and webhooks in Calendly.",
  },
  "calendly-not-allowed": {
    message: "Calendly doesn’t let this token do that.",
    remedy:
      "Make a new one that may read scheduled events and change them and webhooks, and look at your plan.",
  },
  "calendly-unreachable": {
    message: "Calendly can’t be reached.",
    remedy: "Check your internet connection; Bookbell keeps trying.",
  },
  "calendly-busy": {
    message: "Calendly is limiting requests.",
    remedy: "Bookbell will try again.",
  },
  "calendly-odd": {
    message: "Calendly sent an answer that Bookbell doesn’t understand.",
    remedy: "Try again later.",
  },
  "calendly-gone": {
    message: "Calendly no longer has this booking.",
    remedy: "Look in Calendly.",
  },
  "calendly-turned-down": {
    message: "Calendly rejected this.",
    remedy: "Look in Calendly.",
  },
  "calendly-class": {
    message: "Calendly can cancel this event only for all who booked it.",
    remedy: "Cancel it in Calendly.",
  },
  "calendly-endless": {
    message: "Calendly’s list of bookings didn’t end, so some may be missing.",
    remedy: "Look in Calendly; Bookbell will try again later.",
  },
  "calendly-webhook-disabled": {
    message: "Calendly has disabled its webhook, because nothing got through for a day.",
    remedy: "Bookbell sets it up anew once it can be reached.",
  },
  "calendly-webhook-left": {
    message: "Calendly couldn’t be asked to remove Bookbell’s webhook, so bookings still arrive.",
    remedy: "To end that, set a token again, and remove it once Calendly can be reached.",
  },
  "calendly-signing-unreadable": {
    message: "The signing key of Calendly’s webhook can’t be read.",
    remedy:
      "Unlock this system’s keyring, or register the webhook again: until then its bookings are rejected.",
  },
} satisfies Partial<ProblemCatalogue>;
