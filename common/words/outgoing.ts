import type { AlertKind } from "../policy.ts";

interface Count {
  readonly count: number;
}

/** Before whoever booked. */
const named: Record<AlertKind, string> = {
  new: "New booking: ",
  asked: "Booking request: ",
  held: "On hold: ",
  confirmed: "Confirmed: ",
  moved: "Moved: ",
  declined: "Declined: ",
  cancelled: "Cancelled: ",
  expired: "Request expired: ",
  unpaid: "Payment missed, slot released: ",
  details: "Details changed: ",
};

/** Where nobody is named. */
const bare: Record<AlertKind, string> = {
  new: "New booking",
  asked: "New booking request",
  held: "Booking on hold",
  confirmed: "Booking confirmed",
  moved: "Booking moved",
  declined: "Booking declined",
  cancelled: "Booking cancelled",
  expired: "Booking request expired",
  unpaid: "Payment missed, slot released",
  details: "Booking details changed",
};

const count: Record<AlertKind, (counted: Count) => string> = {
  new: ({ count }) => `${count} new`,
  asked: ({ count }) => `${count} requested`,
  confirmed: ({ count }) => `${count} confirmed`,
  moved: ({ count }) => `${count} moved`,
  cancelled: ({ count }) => `${count} cancelled`,
  declined: ({ count }) => `${count} declined`,
  unpaid: ({ count }) => `${count} not paid in time`,
  held: ({ count }) => `${count} on hold`,
  details: ({ count }) => `${count} with changed details`,
  expired: ({ count }) => `${count} expired`,
};

/** The words of a message that goes out, to others than the host. */
export const outgoing = {
  language: "en",
  named,
  bare,
  count,
  cancelledBy: "Cancelled by ",
  cancelledByCustomer: "Cancelled by the customer",
  movedAway: "Moved: ",
  movedAwayBare: "Booking moved",
  newTimeUnknown: "The new time isn’t known yet.",
  timeUnknown: "Time not set yet",
  and: ({ who, count }: { who: string; count: number }) => `${who} and ${count} more`,
  changed: ({ details }: { details: string }) => `Changed: ${details}`,
  becomes: " → ",
  fromTo: ({ from, to }: { from: string; to: string }) => `${from} → ${to}`,
  lasting: ({ span }: { span: string }) => ` (${span})`,
  saying: ({ what, when }: { what: string; when: string }) => `${what}, ${when}`,
  with: ({ host }: { host: string }) => `with ${host}`,
  from: "from Bookbell",
  field: ({ name }: { name: string }) => `${name}: `,
  email: "Email",
  phone: "Phone",
  about: "About",
  place: "Location",
  comment: "Comment",
  moreAnswers: ({ count }: Count) => `${count} more answers: see Bookbell`,
  many: ({ count }: Count) => `${count} booking updates`,
  digest: ({ many, counts }: { many: string; counts: string }) => `${many}: ${counts}`,
  seeBookbell: "Each of them is in Bookbell.",
  test: "Test from Bookbell: nobody booked this.",
  repeat: "May be a repeat: Slack didn’t answer.",
} as const;
