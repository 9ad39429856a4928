/** The words for quiet hours. */
export const quiet = {
  name: "Quiet hours",
  help: "Changes are listed silently. Reminders still appear.",
  from: "From",
  to: "Until",
  fromHelp: "Such as 20:00.",
  toHelp: "Such as 07:00, the next day.",
  shortNotice: "Last-minute bookings break quiet hours",
  shortNoticeHelp:
    "Bookings that start within the hour notify you anyway, and again after 5 minutes if unread.",
} as const;
