/** The words for a time with its day. */
export const moments = {
  todayAt: ({ time }: { time: string }) => `Today ${time}`,
  dayAt: ({ day, time }: { day: string; time: string }) => `${day}, ${time}`,
} as const;
