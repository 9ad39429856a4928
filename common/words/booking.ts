import type { Status } from "../status.ts";

/** The words for all that is known of one booking. */
export const booking = {
  title: "Booking",
  open: ({ who }: { who: string }) => `Open ${who}`,
  status: {
    asked: "Waits for your answer",
    held: "Held until it is paid",
    confirmed: "Confirmed",
    done: "Over",
  } satisfies Partial<Record<Status, string>>,
  facts: {
    mail: "Mail",
    phone: "Phone",
    others: "Also",
    subject: "Subject",
    place: "Place",
    comment: "Comment",
    description: "Details",
    host: "Host",
    project: "Project",
    source: "Booked through",
    seats: "Seats",
  },
  clash: {
    overlap: ({ time, who }: { time: string; who: string }) => `Overlaps ${time}, ${who}`,
    "no-gap": ({ time, who }: { time: string; who: string }) => `No gap to ${time}, ${who}`,
  },
  mail: "Write",
  call: "Call",
  copy: "Copy",
  copied: "Copied",
  copySaid: "Booking copied",
  calendar: "Calendar file…",
  openAt: ({ service }: { service: string }) => `Open in ${service}`,
  saved: "Calendar file saved",
  snooze: "Remind me again",
  snoozes: ({ choice }: { choice: number | "start" }) =>
    choice === "start" ? "At the start" : `In ${choice} min`,
  snoozed: ({ time }: { time: string }) => `Reminds you at ${time}`,
  history: "What happened",
  from: ({ when }: { when: string }) => `from ${when}`,
} as const;
