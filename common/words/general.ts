/** The words for how Bookbell starts and opens, and for its keys. */
export const general = {
  title: "General",
  login: "Start at login",
  loginHelp: "In the tray, without a window.",
  keepOpen: "Keep window open",
  keepOpenHelp: "Don’t hide it when I click elsewhere.",
  keyHints: "Keyboard hints",
  keyHintsHelp: "Shows keys in rows and in the footer.",
  /** In a line. */
  value: ({ login, shortcut }: { login: boolean; shortcut: string }) =>
    `${login ? "Starts at login" : "Doesn’t start at login"} · ${shortcut || "no shortcut"}`,
} as const;

/** The words for the shortcut that works from any app. */
export const hotkey = {
  name: "Global shortcut",
  help: "Shows or hides Bookbell from any app.",
  none: "None",
  record: "Record",
  recordName: "Record the global shortcut",
  recording: "Press the keys…",
  recordingHelp: "Hold Ctrl, Alt or Super with a letter, digit or F key. Esc cancels.",
  recordingHelpMac: "Hold ⌘, ⌥ or ⌃ with a letter, digit or F key. Esc cancels.",
  remove: "Remove",
  removeName: "Remove the global shortcut",
  recorded: ({ keys }: { keys: string }) => `Global shortcut is ${keys}`,
  removed: "Global shortcut removed",
  /** The keys as they are named where there are no signs for them. */
  keys: {
    Control: "Ctrl",
    Alt: "Alt",
    Shift: "Shift",
    Command: "Cmd",
    Super: "Super",
    Space: "Space",
    Plus: "+",
  },
  macKeys: { Control: "⌃", Alt: "⌥", Shift: "⇧", Command: "⌘", Super: "⌘", Space: "Space", Plus: "+" },
} as const;

/** The words for how Bookbell looks. */
export const appearance = {
  title: "Appearance",
  theme: "Theme",
  themes: { system: "System", light: "Light", dark: "Dark" },
  textSize: "Text size",
  textSizeHelp: "Ctrl with + or − changes it, too. The window grows with it.",
  percent: ({ size }: { size: number }) => `${size}%`,
  trayTitle: "Next booking in the menu bar",
  trayTitleHelp: "“Marty in 8m”, from an hour before. Never while names are hidden.",
  hours: "Time format",
  hour: { system: "System", "12": "12-hour", "24": "24-hour" },
  /** In a line. */
  value: ({ theme, hours }: { theme: "system" | "light" | "dark"; hours: "system" | "12" | "24" }) =>
    [
      { system: "System theme", light: "Light theme", dark: "Dark theme" }[theme],
      { system: "system time format", "12": "12-hour", "24": "24-hour" }[hours],
    ].join(" · "),
} as const;

export const keys = {
  title: "Keyboard shortcuts",
  /** The keys themselves, where they stand on what they do. */
  join: "J",
  row: "Keyboard shortcuts",
  rowHelp: "Press ? to see them all.",
  list: [
    ["↑ ↓", "Move through a list"],
    ["← →", "Previous or next day"],
    ["1 – 7", "Day of the week"],
    ["T", "Today"],
    ["J", "Join the call that is on, or about to start"],
    ["S", "Snooze"],
    ["C", "Confirm a request"],
    ["D", "Decline a request"],
    ["P", "Pause notifications"],
    ["A", "Activity"],
    ["Enter", "Open a booking"],
    ["Ctrl+K", "Find an action, a booking or a setting"],
    ["Ctrl+F or /", "Search"],
    ["Ctrl+,", "Settings"],
    ["Ctrl + or −", "Larger or smaller text"],
    ["Ctrl+0", "Text at 100%"],
    ["Ctrl+Shift+P", "Hide or show names"],
    ["Esc", "Go back, or hide the window"],
    ["?", "Show shortcuts"],
  ],
  mac: "On a Mac, ⌘ takes the place of Ctrl.",
} as const;
