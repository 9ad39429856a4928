import type { ProblemCatalogue } from "./catalogue.ts";

/** The words for what goes wrong with Cal.com’s own API. */
export const calcomProblems = {
  "calcom-key-refused": {
    message: "Cal.com doesn’t accept this API key.",
    remedy: "Make another in Cal.com’s settings, under API keys.",
  },
  "calcom-no-api": {
    message: "No Cal.com answers at this address.",
    remedy: "Enter the address of your server’s API, such as https://api.example.com/v2.",
  },
  "calcom-not-a-server": {
    message: "That isn’t the address of a server’s API.",
    remedy: "Enter one such as https://api.example.com/v2; http:// only within your own network.",
  },
  "calcom-webhook-left": {
    message: "Cal.com couldn’t be asked to remove Bookbell’s webhook, so it is still there.",
    remedy: "Remove it in Cal.com under Settings, Developer, Webhooks.",
  },
  "calcom-unreachable": {
    message: "Cal.com can’t be reached.",
    remedy: "Check your internet connection; Bookbell keeps trying.",
  },
  "calcom-busy": {
    message: "Cal.com is limiting requests.",
    remedy: "Bookbell will try again.",
  },
  "calcom-odd": {
    message: "Cal.com sent an answer that Bookbell doesn’t understand.",
    remedy: "Try again later, or add the webhook manually.",
  },
  "calcom-endless": {
    message: "Cal.com’s list of bookings didn’t end, so some may be missing.",
    remedy: "Look in Cal.com; Bookbell will try again later.",
  },
  "calcom-gone": {
    message: "Cal.com no longer has this booking.",
    remedy: "Look in Cal.com.",
  },
  "calcom-not-allowed": {
    message: "Cal.com doesn’t allow that for this booking now.",
    remedy: "Look in Cal.com.",
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
    message: "The webhook sends a custom payload, which Bookbell can’t read.",
    remedy: "Register it again, which takes the template away.",
  },
  "calcom-webhook-incomplete": {
    message: "The webhook doesn’t tell of everything that happens to bookings.",
    remedy: "Register it again.",
  },
} satisfies Partial<ProblemCatalogue>;
