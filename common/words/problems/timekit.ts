import { counted } from "../counted.ts";
import type { ProblemCatalogue } from "./catalogue.ts";

/** The words for what goes wrong with Timekit’s own API, and the links in its bookings. */
export const timekitProblems = {
  "webhooks-missing": {
    message: "Some of Timekit’s webhooks don’t lead here, so bookings may be missing.",
    remedy: "Update the webhooks under Timekit.",
  },
  "webhooks-stale": { message: "They point to an old URL. Update them.", remedy: "" },
  "timekit-key-refused": {
    message: "Timekit doesn’t accept this App API key.",
    remedy: "Copy it again from Timekit’s API settings.",
  },
  "timekit-unreachable": {
    message: "Timekit can’t be reached.",
    remedy: "Check your internet connection; Bookbell keeps trying.",
  },
  "timekit-busy": {
    message: "Timekit is limiting requests.",
    remedy: "Bookbell will try again.",
  },
  "timekit-odd": {
    message: "Timekit sent an answer that Bookbell doesn’t understand.",
    remedy: "Try again later, or use the manual way.",
  },
  "timekit-endless": {
    message: "Timekit’s list of bookings didn’t end, so some may be missing.",
    remedy: "Look in Timekit; Bookbell will try again later.",
  },
  "timekit-gone": {
    message: "Timekit no longer has this booking.",
    remedy: "Look in Timekit.",
  },
  "no-link": {
    message: "This booking has no link to join.",
    remedy: "Look into its details, or ask whoever booked.",
  },
  "link-not-opened": {
    message: "The link couldn’t be opened.",
    remedy: "Choose a standard browser in your system settings.",
  },
  "timekit-not-allowed": {
    message: "Timekit doesn’t allow that for this booking now.",
    remedy: "Look in Timekit.",
  },
  "timekit-webhooks-refused": {
    message: "Timekit didn’t accept some of the webhooks.",
    remedy: "Add those manually, as the guide in Settings shows, or leave them.",
  },
  "timekit-webhooks-left": {
    message: "Some old webhooks couldn’t be deleted.",
    remedy: "Delete those with an old address in Timekit’s admin.",
  },
  "timekit-by-hand": {
    message: "Timekit doesn’t let Bookbell register webhooks.",
    remedy: "Add them manually, as the guide in Settings shows.",
  },
  "only-by-asking": {
    message: ({ count }) => `${counted(count, "booking")} found only by asking Timekit.`,
    remedy: "Its webhooks are missing, or lead elsewhere: register them again.",
  },
  "bookings-unread": {
    message: ({ count }) => `${counted(count, "booking")} of Timekit’s list couldn’t be read.`,
    remedy: "Look at what came in the delivery log, and in Timekit.",
  },
} satisfies Partial<ProblemCatalogue>;
