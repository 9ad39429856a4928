import type { Change, ChangeKind } from "../change.ts";
import type { Status } from "../status.ts";
import { detailsChanged } from "./details.ts";
import { listed } from "./listed.ts";

const happened: Readonly<Record<ChangeKind, string>> = {
  new: "New booking",
  asked: "Booking request",
  held: "On hold until paid",
  confirmed: "Confirmed",
  declined: "Declined",
  cancelled: "Cancelled",
  moved: "Moved",
  done: "Ended",
  expired: "Expired",
  details: "Details changed",
  unknown: "Changed",
};

/** The words for all that is known of one booking. */
export const booking = {
  title: "Booking",
  open: ({ who }: { who: string }) => `Open ${who}`,
  before: "Previous booking",
  after: "Next booking",
  more: "More",
  /** In a chip beside the name. */
  states: {
    asked: "Request",
    held: "On hold",
    confirmed: "Confirmed",
    done: "Ended",
    declined: "Declined",
    cancelled: "Cancelled",
    moved: "Moved",
    expired: "Expired",
  } satisfies Partial<Record<Status, string>>,
  /** What is to be known of a state besides. */
  status: {
    asked: "Waiting for your answer",
    held: "On hold until paid",
  } satisfies Partial<Record<Status, string>>,
  when: "Time",
  theirTime: "Their time",
  clash: {
    overlap: ({ time, who }: { time: string; who: string }) => `Overlaps ${who}, ${time}`,
    "no-gap": ({ time, who }: { time: string; who: string }) => `Back to back with ${who}, ${time}`,
  },
  facts: {
    place: "Location",
    comment: "Comment",
    customer: "Customer",
    answers: "Answers",
    description: "Description",
    seats: "Seats",
    project: "Project",
    source: "Booked through",
  },
  quoted: ({ text }: { text: string }) => `“${text}”`,
  others: ({ names }: { names: readonly string[] }) => `with ${listed(names)}`,
  host: ({ name }: { name: string }) => `host ${name}`,
  answer: ({ field, text }: { field: string; text: string }) => `${field}: ${text}`,
  email: "Email",
  call: "Call",
  emailTo: ({ address }: { address: string }) => `Email ${address}`,
  callTo: ({ number }: { number: string }) => `Call ${number}`,
  openLink: ({ link }: { link: string }) => `Open ${link}`,
  copy: "Copy",
  copied: "Copied",
  copySaid: "Booking copied",
  calendar: "Save to calendar…",
  openAt: ({ service }: { service: string }) => `Open in ${service}`,
  saved: "Calendar file saved",
  snooze: "Snooze",
  snoozes: ({ choice }: { choice: number | "start" }) =>
    choice === "start" ? "Remind me at the start" : `Remind me in ${choice} min`,
  snoozed: ({ time }: { time: string }) => `Reminds you at ${time}`,
  forget: "Forget customer…",
  forgetSure: ({ who }: { who: string }) =>
    `Forget ${who}? Deletes everything about them. This can’t be undone.`,
  forgetYes: "Forget",
  forgetNo: "Keep",
  forgotten: ({ who }: { who: string }) => `Forgot ${who}`,
  history: "History",
  happened: ({ kind, details = [] }: Change) =>
    kind === "details" && details.length > 0 ? detailsChanged(details) : happened[kind],
  movedFrom: ({ when }: { when: string }) => `Moved from ${when}`,
  movedTo: ({ when }: { when: string }) => `Moved to ${when}`,
  was: ({ what, when }: { what: string; when: string }) => `${what}, was ${when}`,
} as const;
