/** The time is empty where it has none. */
type Meeting = { readonly who: string; readonly time: string };

/** The host is empty while others see the screen. */
const join = ({ host }: { host: string }) => (host ? `Join · ${host}` : "Join");

const timed = (what: string, time: string) => (time ? `${what}, ${time}` : what);

/** The words for joining a meeting and answering a customer. */
export const acting = {
  join,
  confirm: "Confirm",
  decline: "Decline",
  cancel: "Cancel booking",
  open: "Open",
  /** The same for who does not see beside which booking they stand. */
  named: {
    join: ({ host, who, time }: Meeting & { host: string }) => timed(`${join({ host })}, ${who}`, time),
    confirm: ({ who, time }: Meeting) => timed(`Confirm ${who}`, time),
    decline: ({ who, time }: Meeting) => timed(`Decline ${who}`, time),
    cancel: ({ who, time }: Meeting) => timed(`Cancel booking ${who}`, time),
    email: ({ who, time }: Meeting) => timed(`Email ${who}`, time),
    copy: ({ who, time }: Meeting) => timed(`Copy booking ${who}`, time),
  },
  /** Of a service that is known. */
  joinCall: "Join call",
  joinSoon: "Join",
  opened: "Opened in your browser",
  confirmed: "Confirmed",
  declined: "Declined",
  cancelled: "Cancelled",
  sure: {
    decline: ({ who }: { who: string }) => `Decline ${who}?`,
    cancel: ({ who }: { who: string }) => `Cancel the booking of ${who}? They are told.`,
    open: ({ host }: { host: string }) =>
      `Open ${host}? Bookbell has not opened it for this project before. Go on only if you know it.`,
  },
  message: "Message, if you like",
  reason: ({ service }: { service: string }) => `Reason, which ${service} asks for`,
  keep: "Not now",
} as const;
