import type { AlertKind } from "../policy.ts";

interface Count {
  readonly count: number;
}

/** Before whoever booked. */
const named: Record<AlertKind, string> = {
  new: "New booking: ",
  asked: "Asked for: ",
  held: "Held: ",
  confirmed: "Confirmed: ",
  moved: "Moved: ",
  declined: "Declined: ",
  cancelled: "Cancelled: ",
  expired: "Expired: ",
  unpaid: "Not paid, so let go: ",
  details: "Details changed: ",
};

/** Where nobody is named. */
const bare: Record<AlertKind, string> = {
  new: "New booking",
  asked: "A booking is asked for",
  held: "Booking held",
  confirmed: "Booking confirmed",
  moved: "Booking moved",
  declined: "Booking declined",
  cancelled: "Booking cancelled",
  expired: "Booking expired",
  unpaid: "Booking not paid, so let go",
  details: "Booking details changed",
};

const count: Record<AlertKind, (counted: Count) => string> = {
  new: ({ count }) => `${count} new`,
  asked: ({ count }) => `${count} asked for`,
  confirmed: ({ count }) => `${count} confirmed`,
  moved: ({ count }) => `${count} moved`,
  cancelled: ({ count }) => `${count} cancelled`,
  declined: ({ count }) => `${count} declined`,
  unpaid: ({ count }) => `${count} not paid`,
  held: ({ count }) => `${count} held`,
  details: ({ count }) => `${count} with other details`,
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
  movedAway: "Moved away: ",
  movedAwayBare: "Booking moved away",
  newTimeUnknown: "The new time is not known yet.",
  timeUnknown: "Time not told yet",
  and: ({ who, count }: { who: string; count: number }) => `${who} and ${count} more`,
  changed: ({ details }: { details: string }) => `Changed: ${details}`,
  becomes: " → ",
  fromTo: ({ from, to }: { from: string; to: string }) => `${from} → ${to}`,
  lasting: ({ span }: { span: string }) => ` (${span})`,
  saying: ({ what, when }: { what: string; when: string }) => `${what}, ${when}`,
  with: ({ host }: { host: string }) => `with ${host}`,
  from: "from Bookbell",
  field: ({ name }: { name: string }) => `${name}: `,
  email: "E-mail",
  phone: "Phone",
  about: "About",
  place: "Place",
  comment: "Comment",
  moreAnswers: ({ count }: Count) => `${count} more answers: see Bookbell`,
  many: ({ count }: Count) => `${count} bookings changed`,
  digest: ({ many, counts }: { many: string; counts: string }) => `${many}: ${counts}`,
  seeBookbell: "Each of them is in Bookbell.",
  test: "Test from Bookbell: nobody booked this.",
  repeat: "May be a repeat: Slack did not answer.",
} as const;
