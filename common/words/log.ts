import type { ChangeKind } from "../change.ts";
import type { Answered, DeliveryLine } from "../delivery.ts";
import { counted } from "./counted.ts";

/** The words of the delivery log and of one delivery in it. */
export const log = {
  title: "Delivery log",
  help: "All that came in, newest first.",
  nobody: "No name",
  replayed: "Replayed",
  again: ({ count }: { count: number }) => counted(count, "more time"),
  older: "Show older",
  olderShown: ({ count }: { count: number }) =>
    `${counted(count, "older delivery", "older deliveries")} shown`,
  retry: "Try again",

  empty: {
    title: "No deliveries yet",
    text: "Whatever is sent here is listed, even what cannot be read.",
  },

  verdicts: {
    first: "New",
    newer: "Changed",
    duplicate: "Duplicate",
    stale: "Late",
    unreadable: "Not readable",
    refused: "Refused",
  } satisfies Record<DeliveryLine["verdict"], string>,

  changes: {
    new: "New booking",
    asked: "Asked for",
    held: "Held",
    confirmed: "Confirmed",
    moved: "Moved",
    declined: "Declined",
    cancelled: "Cancelled",
    expired: "Expired",
    done: "Over",
    details: "Details changed",
    unknown: "In a state unknown here",
  } satisfies Record<ChangeKind, string>,
  nothingNew: "Nothing new",
  nothingVisible: "No visible change",

  lateness: {
    atOnce: "At once",
    after: ({ span }: { span: string }) => `${span} after the change`,
    late: ({ span }: { span: string }) => `${span} late`,
  },
} as const;

export const delivery = {
  title: "Delivery",
  received: "Received",
  came: "Came",
  change: "Change",
  reason: "Reason",
  advice: "To mend",
  booking: "Booking",
  size: "Size",
  again: "Came again",
  bytes: ({ count }: { count: number }) => counted(count, "byte"),
  kibibytes: ({ count }: { count: string }) => `${count} KiB`,
  headers: "Headers",
  noHeaders: "None were kept.",
  body: "Body",
  noBody: "It came without a body.",
  refused: "Nothing of it was kept.",
  asReceived: "As received",
  replay: "Replay",
  replayed: {
    first: "Taken in as a new booking.",
    newer: "Taken in: it changed the booking.",
    duplicate: "Nothing new: it was a duplicate.",
    stale: "Nothing new: a later state is known already.",
    unreadable: "Still not readable.",
    gone: "Nothing: what it tells of was forgotten.",
    silent: "Nothing: it tells of no booking.",
  } satisfies Record<Answered, string>,
  copy: "Copy as curl",
  copied: "Copied",
  copySaid: "Copied as curl, without token and signatures",
  copyHelp: "The copy leaves out the token and all signatures.",
} as const;
