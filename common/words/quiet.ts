/** The words for quiet hours. */
export const quiet = {
  title: "Quiet hours",
  name: "Quiet hours",
  help: "Changes are listed without a notification. Reminders still come.",
  from: "From",
  to: "Until",
  fromHelp: "Such as 20:00.",
  toHelp: "Such as 07:00, the next day.",
  shortNotice: "Short notice",
  shortNoticeHelp:
    "What starts within the hour is told in quiet hours, too, and once more if you have not looked after five minutes.",
} as const;
