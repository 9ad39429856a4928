/** The notification of the first run. */
export const greeting = {
  title: "Hello from Bookbell",
  body: "Your bookings will show up like this.",
} as const;
