/** The words for reminders of bookings. */
export const reminders = {
  title: "Reminders",
  leads: "Before a booking",
  help: "Choose one or several. A reminder has buttons to join and to snooze.",
  lead: ({ minutes }: { minutes: number }) =>
    minutes === 0 ? "Start" : minutes === 60 ? "1 h" : `${minutes} min`,
  notJoined: "Not joined yet",
  notJoinedHelp: "Reminds you two minutes after the start if the meeting’s link was not opened.",
} as const;
