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
  steps: {
    reach: {
      title: "How Timekit reaches you",
      text: "Timekit posts each booking to a public address. A tunnel leads from there to this computer.",
    },
    timekit: {
      title: "Connect Timekit",
      text: "Give Bookbell your App API key and it does the rest, or paste the address into Timekit by hand.",
    },
    prove: { title: "See it work", text: "" },
  },
} as const;
