/** The words of the tray's menu, and of what the pointer is told over the icon. */
export const tray = {
  open: "Open Bookbell",
  settings: "Settings…",
  quit: "Quit Bookbell",

  meetingNow: ({ who }: { who: string }) => `Now ${who}`,
  meetingAt: ({ time, who }: { time: string; who: string }) => `${time} ${who}`,
  untitled: "Booking",
  nothingLeft: "Nothing left today",

  receiving: "Receiving",
  checking: "Checking…",

  setUp: "Finish setting up…",
  noAddress: "No address for Timekit yet",
  copyAddress: "Copy address for Timekit",

  pause: "Pause notifications",
  pausedUntil: ({ time }: { time: string }) => `Paused until ${time}`,
  pauseHour: "Pause for 1 hour",
  pauseToday: "Pause until tomorrow",

  present: "Presenting: hide names",
  presentingUntil: ({ time }: { time: string }) => `Names hidden until ${time}`,
  presentHour: "Hide names for 1 hour",

  newVersion: ({ version }: { version: string }) => `See what is new in ${version}`,
  restart: ({ version }: { version: string }) => `Restart to update to ${version}`,

  tooltip: {
    nothingLeft: "Bookbell: nothing left today",
    nothingLeftPaused: "Bookbell: nothing left today (notifications paused)",
    nextPaused: ({ meeting }: { meeting: string }) => `${meeting} (notifications paused)`,
  },
} as const;
