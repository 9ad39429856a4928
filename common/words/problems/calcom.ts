import type { ProblemCatalogue } from "./catalogue.ts";

/** The words for what goes wrong with Cal.com’s own API. */
export const calcomProblems = {
  "calcom-key-refused": {
    message: "Cal.com does not accept this API key.",
    remedy: "Make another in Cal.com’s settings, under API keys.",
  },
  "calcom-no-api": {
    message: "No Cal.com answers at this address.",
    remedy: "Enter the address of your server’s API, such as https://api.example.com/v2.",
  },
  "calcom-not-a-server": {
    message: "That is not the address of a server’s API.",
    remedy: "Enter one such as https://api.example.com/v2; http:// only within your own network.",
  },
  "calcom-webhook-left": {
    message: "Cal.com could not be asked to remove Bookbell’s webhook, which is still there.",
    remedy: "Remove it in Cal.com under Settings, Developer, Webhooks.",
  },
  "calcom-unreachable": {
    message: "Cal.com cannot be reached.",
    remedy: "Check your internet connection; Bookbell keeps trying.",
  },
  "calcom-busy": {
    message: "Cal.com asks for a pause.",
    remedy: "Bookbell tries again by itself.",
  },
  "calcom-odd": {
    message: "Cal.com answered with something Bookbell does not know.",
    remedy: "Try again later, or add the webhook by hand.",
  },
  "calcom-endless": {
    message: "Cal.com’s list of bookings came to no end, so some may be missing.",
    remedy: "Look in Cal.com itself; Bookbell tries again later.",
  },
  "calcom-gone": {
    message: "Cal.com does not know this booking any more.",
    remedy: "Look in Cal.com itself.",
  },
  "calcom-not-allowed": {
    message: "Cal.com does not allow that for this booking now.",
    remedy: "Look in Cal.com itself.",
  },
  "calcom-no-reason": {
    message: "Cal.com wants a reason from a host who cancels.",
    remedy: "Write one, and cancel again.",
  },
  "calcom-webhook-off": {
    message: "The webhook is switched off at Cal.com, so bookings come late.",
    remedy: "Register it again, which switches it on.",
  },
  "calcom-webhook-gone": {
    message: "The webhook is no longer there at Cal.com, so bookings come late.",
    remedy: "Register it again.",
  },
  "calcom-webhook-template": {
    message: "The webhook sends a custom payload, which Bookbell cannot read.",
    remedy: "Register it again, which takes the template away.",
  },
  "calcom-webhook-incomplete": {
    message: "The webhook does not tell of everything that happens to bookings.",
    remedy: "Register it again.",
  },
} satisfies Partial<ProblemCatalogue>;
