import type { ChangeKind } from "../change.ts";
import type { Answered, DeliveryFilter, DeliveryLine } from "../delivery.ts";
import { counted } from "./counted.ts";

/** The words of the delivery log and of one delivery in it. */
export const log = {
  title: "Delivery log",
  show: "Filter",
  filters: { everything: "Everything", problems: "Problems" } satisfies Record<DeliveryFilter, string>,
  nobody: "Unknown customer",
  replayed: "Replayed",
  again: ({ count }: { count: number }) => counted(count, "more time"),
  older: "Show older",
  olderShown: ({ count }: { count: number }) =>
    `${counted(count, "older delivery", "older deliveries")} shown`,
  retry: "Try again",

  empty: {
    everything: {
      title: "No deliveries yet",
      text: "Every webhook received is listed here, even those that can’t be read.",
    },
    problems: { title: "No problems", text: "Every webhook was read." },
  } satisfies Record<DeliveryFilter, { title: string; text: string }>,

  verdicts: {
    first: "New",
    newer: "Changed",
    duplicate: "Duplicate",
    stale: "Out of date",
    unreadable: "Couldn’t be read",
    refused: "Refused",
  } satisfies Record<DeliveryLine["verdict"], string>,

  changes: {
    new: "New booking",
    asked: "Booking request",
    held: "On hold",
    confirmed: "Confirmed",
    moved: "Moved",
    declined: "Declined",
    cancelled: "Cancelled",
    expired: "Expired",
    done: "Ended",
    details: "Details changed",
    unknown: "Unknown status",
  } satisfies Record<ChangeKind, string>,
  nothingNew: "Nothing new",
  nothingVisible: "No visible change",

  lateness: {
    atOnce: "Instant",
    after: ({ span }: { span: string }) => span,
    late: ({ span }: { span: string }) => `${span} late`,
  },
} as const;

export const delivery = {
  title: "Delivery",
  received: "Received",
  came: "Delay",
  way: "How it came",
  change: "Change",
  reason: "Reason",
  advice: "To mend",
  booking: "Booking",
  size: "Size",
  again: "Came again",
  bytes: ({ count }: { count: number }) => counted(count, "byte"),
  kibibytes: ({ count }: { count: string }) => `${count} KiB`,
  headers: "Headers",
  noHeaders: "Not stored",
  body: "Body",
  noBody: "Empty body",
  refused: "Not stored",
  asReceived: "As received",
  replay: "Replay",
  replayed: {
    first: "Added as a new booking.",
    newer: "Applied to the booking.",
    duplicate: "Nothing new: it was a duplicate.",
    stale: "Nothing new: it is out of date.",
    unreadable: "It still couldn’t be read.",
    gone: "Nothing: its booking has been deleted.",
    silent: "Nothing: it is about no booking.",
  } satisfies Record<Answered, string>,
  copy: "Copy as curl",
  copied: "Copied",
  copySaid: "Copied as curl, without token and signatures",
  copyHelp: "The copy leaves out the token and all signatures.",
} as const;
