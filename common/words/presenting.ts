/** The words for hiding whose bookings they are. */
export const presenting = {
  name: "Hide names",
  help: "While you present: no names or subjects, here and in notifications. Ctrl+Shift+P turns it on and off.",
  captureHidden: "The window itself stays out of a shared screen.",
  captureShown: "On Linux, people you share your screen with can still see this window.",
  off: "Off",
  hour: "1 hour",
  on: "On",
  status: {
    message: "Presenting: names are hidden.",
    until: ({ time }: { time: string }) => `Presenting: names are hidden until ${time}.`,
    remedy: "Times and notifications stay.",
    action: "Show names",
  },
} as const;
