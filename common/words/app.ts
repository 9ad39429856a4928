/** The words for Bookbell itself, and for its end by a fault of its own. */
export const app = {
  name: "Bookbell",
  closes: "Bookbell has to close",
  closesText: "Something went wrong inside Bookbell. Please start it again.",
} as const;
