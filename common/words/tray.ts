/** The words of the tray's menu, and of what is told at its icon. */
export const tray = {
  open: "Open Bookbell",
  settings: "Settings…",
  quit: "Quit Bookbell",

  join: ({ who, time }: { who: string; time: string }) => `Join ${who} (${time})`,
  joinNow: ({ who }: { who: string }) => `Join ${who} (now)`,
  meetingNow: ({ who }: { who: string }) => `Now ${who}`,
  meetingAt: ({ time, who }: { time: string; who: string }) => `${time} ${who}`,
  /** The day is "Tomorrow" or "Wed 25 Nov". */
  meetingOn: ({ day, time, who }: { day: string; time: string; who: string }) => `${day} ${time} ${who}`,
  tomorrow: "Tomorrow",
  untitled: "Booking",
  nothingLeft: "No more bookings today",

  receiving: "Receiving",
  checking: "Checking…",

  setUp: "Finish setting up…",
  copyAddress: "Copy webhook URL",

  pause: "Pause notifications",
  paused: "Notifications paused",
  pausedUntil: ({ time }: { time: string }) => `Paused until ${time}`,
  resume: "Resume",
  pauseFor: { hour: "1 hour", today: "Until tomorrow", on: "Until I resume" },

  present: "Hide names",
  presenting: "Names hidden",
  presentingUntil: ({ time }: { time: string }) => `Names hidden until ${time}`,
  showNames: "Show names",
  presentFor: { hour: "1 hour", on: "Until I show them" },

  newVersion: ({ version }: { version: string }) => `See what is new in ${version}`,
  restart: ({ version }: { version: string }) => `Restart to update to ${version}`,

  /** Beside the icon, where there is room for some twenty letters. */
  titleSoon: ({ who, minutes }: { who: string; minutes: number }) => `${who} in ${minutes}m`,
  titleNow: ({ who }: { who: string }) => `${who} now`,
} as const;
