/** The words of the files that bookings are written to. */
export const exports = {
  untitled: "Booking",
  /** The head of the table. */
  columns: {
    id: "id",
    status: "status",
    start: "start",
    end: "end",
    allDay: "all_day",
    customer: "customer",
    email: "email",
    phone: "phone",
    subject: "subject",
    place: "place",
    host: "host",
    project: "project",
  },
  /** What the files are called, unless the user calls them something else. */
  files: {
    bookings: ({ date, format }: { date: string; format: string }) => `bookings-${date}.${format}`,
    booking: "booking.ics",
    diagnostics: ({ date }: { date: string }) => `bookbell-diagnostics-${date}.json`,
  },
} as const;
