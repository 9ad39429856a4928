import { counted } from "../counted.ts";
import type { ProblemCatalogue } from "./catalogue.ts";

/** The words for what goes wrong with Timekit’s own API, and the links in its bookings. */
export const timekitProblems = {
  "webhooks-missing": {
    message: "Some of Timekit’s webhooks do not lead here, so bookings may be missing.",
    remedy: "Update the webhooks under Timekit.",
  },
  "webhooks-stale": { message: "They point to an old URL. Update them.", remedy: "" },
  "timekit-key-refused": {
    message: "Timekit does not accept this App API key.",
    remedy: "Copy it again from Timekit’s API settings.",
  },
  "timekit-unreachable": {
    message: "Timekit cannot be reached.",
    remedy: "Check your internet connection; Bookbell keeps trying.",
  },
  "timekit-busy": {
    message: "Timekit asks for a pause.",
    remedy: "Bookbell tries again by itself.",
  },
  "timekit-odd": {
    message: "Timekit answered with something Bookbell does not know.",
    remedy: "Try again later, or use the manual way.",
  },
  "timekit-endless": {
    message: "Timekit’s list of bookings came to no end, so some may be missing.",
    remedy: "Look in Timekit itself; Bookbell tries again later.",
  },
  "timekit-gone": {
    message: "Timekit does not know this booking any more.",
    remedy: "Look in Timekit itself.",
  },
  "no-link": {
    message: "This booking has no link to join.",
    remedy: "Look into its details, or ask whoever booked.",
  },
  "link-not-opened": {
    message: "The link could not be opened.",
    remedy: "Choose a standard browser in your system settings.",
  },
  "timekit-not-allowed": {
    message: "Timekit does not allow that for this booking now.",
    remedy: "Look in Timekit itself.",
  },
  "timekit-webhooks-refused": {
    message: "Timekit did not accept some of the webhooks.",
    remedy: "Add those by hand, as the guide in Settings shows, or leave them.",
  },
  "timekit-webhooks-left": {
    message: "Some old webhooks could not be deleted.",
    remedy: "Delete those with an old address in Timekit’s admin.",
  },
  "timekit-by-hand": {
    message: "Timekit does not let Bookbell register webhooks.",
    remedy: "Add them by hand, as the guide in Settings shows.",
  },
  "only-by-asking": {
    message: ({ count }) => `${counted(count, "booking")} came only by asking Timekit.`,
    remedy: "Its webhooks are missing, or lead elsewhere: register them again.",
  },
  "bookings-unread": {
    message: ({ count }) => `${counted(count, "booking")} of Timekit’s list could not be read.`,
    remedy: "Look at what came in the delivery log, and in Timekit itself.",
  },
} satisfies Partial<ProblemCatalogue>;
