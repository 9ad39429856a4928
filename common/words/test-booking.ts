/** What the booking says of itself that shows whether all works. */
export const testBooking = {
  customer: "Bookbell test",
  subject: "A test booking",
} as const;
