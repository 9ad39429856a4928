/** The words for hiding whose bookings they are. */
export const presenting = {
  name: "Hide names",
  help: "While you present: no names or subjects, here and in notifications. Ctrl+Shift+P turns it on and off.",
  captureHidden: "The window itself stays out of a shared screen.",
  captureShown: "On Linux, people you share your screen with can still see this window.",
  off: "Off",
  hour: "1 hour",
  on: "On",
  hidden: "Names hidden",
  until: ({ time }: { time: string }) => `Names hidden until ${time}`,
  show: "Show names",
  said: "Names hidden. Times and notifications still show.",
  shown: "Names are shown again",
} as const;
