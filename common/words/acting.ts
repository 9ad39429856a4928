/** The time is empty where it has none. */
type Meeting = { readonly who: string; readonly time: string };

/** The host is empty while others see the screen. */
const join = ({ host }: { host: string }) => (host ? `Join · ${host}` : "Join");

const timed = (what: string, time: string) => (time ? `${what}, ${time}` : what);

/** The words for joining a meeting and answering a customer. */
export const acting = {
  join,
  confirm: "Confirm",
  /** The key, where it stands on its button. */
  confirmKey: "C",
  decline: "Decline",
  /** It asks first. */
  declineOpen: "Decline…",
  cancel: "Cancel booking",
  cancelOpen: "Cancel booking…",
  open: "Open",
  undo: "Undo",
  /** The same for who does not see beside which booking they stand. */
  named: {
    join: ({ host, who, time }: Meeting & { host: string }) => timed(`${join({ host })}, ${who}`, time),
    confirm: ({ who, time }: Meeting) => timed(`Confirm ${who}`, time),
    decline: ({ who, time }: Meeting) => timed(`Decline ${who}`, time),
    cancel: ({ who, time }: Meeting) => timed(`Cancel booking ${who}`, time),
    email: ({ who, time }: Meeting) => timed(`Email ${who}`, time),
    copy: ({ who, time }: Meeting) => timed(`Copy booking ${who}`, time),
    undo: ({ who, time }: Meeting) => timed(`Undo: confirm ${who}`, time),
  },
  labelled: ({ label, who, time }: Meeting & { label: string }) => timed(`${label}, ${who}`, time),
  /** Of a service that is known. */
  joinCall: "Join call",
  joinSoon: "Join",
  joinService: ({ service }: { service: string }) => `Join ${service}`,
  answerIn: ({ service }: { service: string }) => `Answer in ${service}`,
  connect: ({ service }: { service: string }) => `Connect ${service} to answer from here`,
  opened: "Opened in your browser",
  confirming: "Confirming…",
  confirmingSaid: "Confirming in 5 seconds. Undo stops it.",
  undone: "Not confirmed",
  tooLate: "Too late to undo: it’s being sent.",
  confirmed: "Confirmed",
  declined: "Declined",
  cancelled: "Cancelled",
  sure: {
    decline: ({ who, service }: { who: string; service: string }) =>
      `Decline ${who}’s request? ${service} will notify them.`,
    cancel: ({ who, service }: { who: string; service: string }) =>
      `Cancel ${who}’s booking? ${service} will notify them.`,
    open: ({ host }: { host: string }) =>
      `Open ${host}? Bookbell hasn’t opened it for this project before. Continue only if you know it.`,
  },
  message: "Message (optional)",
  reason: ({ service }: { service: string }) => `Reason, which ${service} asks for`,
  keep: { decline: "Keep request", cancel: "Keep booking" },
  notNow: "Not now",
} as const;
