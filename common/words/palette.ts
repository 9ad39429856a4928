export interface Who {
  readonly who: string;
}

/** The words for doing things by their names. The second text of an action is what else it is found by. */
export const palette = {
  title: "Actions",
  field: "Find an action, a booking or a setting",
  open: "Actions",
  actions: "Actions",
  bookings: "Bookings",
  settings: "Settings",
  snooze: ({ who }: Who) => `Snooze ${who}`,
  none: "Nothing found",
  move: "move",
  run: "run",
  close: "close",
  /** The key for that. */
  escape: "Esc",

  commands: {
    join: ({ who }: Who) => [`Join ${who}`, "call meeting"],
    snooze: ({ who }: Who) => [`Snooze ${who}…`, "remind later"],
    snoozeFor: ({ minutes }: { minutes: number }) => [`Remind me in ${minutes} min`, ""],
    snoozeToStart: () => ["Remind me at the start", ""],
    confirm: ({ who }: Who) => [`Confirm ${who}`, "accept request"],
    decline: ({ who }: Who) => [`Decline ${who}…`, "reject request"],
    today: () => ["Go to today", "now"],
    pauseHour: () => ["Pause notifications for 1 hour", "quiet mute silence"],
    pauseToday: () => ["Pause notifications until tomorrow", "quiet mute silence"],
    pauseOn: () => ["Pause notifications until I resume", "quiet mute silence"],
    resume: () => ["Resume notifications", "pause unmute"],
    hideHour: () => ["Hide names for 1 hour", "present share screen"],
    hide: () => ["Hide names until I show them", "present share screen"],
    show: () => ["Show names", "present hide"],
    requests: () => ["Answer requests", "confirm decline waiting"],
    search: () => ["Search bookings", "find"],
    activity: () => ["Open activity", "updates log outages why"],
    settings: () => ["Open settings", "preferences"],
    keys: () => ["Show keyboard shortcuts", "help"],
    copy: () => ["Copy webhook URL", "address"],
    larger: () => ["Larger text", "zoom size"],
    smaller: () => ["Smaller text", "zoom size"],
    normal: () => ["Text at 100%", "zoom size normal"],
    check: () => ["Check for missed bookings now", "fetch timekit"],
  },
} as const;
