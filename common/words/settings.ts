/** The words for the list of all settings, for how deliveries come in, and for what every setting shares. */
export const settings = {
  title: "Settings",
  receiving: "Receiving",
  port: "Port",
  portHelp: "The tunnel leads to this port.",
  answer: "Answer code",
  answerHelp: "Timekit counts these as received.",
  hours: "Clock",
  hour: { system: "System", "12": "12-hour", "24": "24-hour" },
  about: "About",
  version: "Version",
  saved: "Saved",
  on: "On",
  off: "Off",
} as const;
