/** The words of the first run. */
export const setup = {
  title: "Set up Bookbell",
  progress: ({ step, of }: { step: number; of: number }) => `${step} of ${of}`,
  progressSaid: ({ step, of, title }: { step: number; of: number; title: string }) =>
    `Step ${step} of ${of}: ${title}`,
  skip: "Skip for now",
  back: "Back",
  next: "Next",
  done: "Done",
  later: "From now on",
  again: "Set up again",
  againHelp: "The three steps of the first run.",
  againOpen: "Set up",
  bookedWith: "You are booked with",
  throughZapier: "Timekit through Zapier",
  steps: {
    reach: {
      title: "How bookings reach you",
      text: "Each booking is posted to a public address. A tunnel leads from there to this computer.",
    },
    connect: {
      title: "Connect your bookings",
      text: "With a key Bookbell does the rest. By hand, you copy its address to where you are booked.",
    },
    prove: { title: "See it work", text: "" },
  },
} as const;
