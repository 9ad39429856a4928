/** The words for Bookbell itself, and for its end by a fault of its own. */
export const app = {
  name: "Bookbell",
  /** Among the programs that start at login. */
  purpose: "Tells what changes in your bookings",
  closes: "Bookbell has to close",
  closesText: "Something went wrong inside Bookbell. Please start it again.",
  /** When the page breaks. */
  broken: { title: "Something went wrong here", text: "Bookbell is still running." },
} as const;
