/** The words for any day but what is left of today. */
export const day = {
  label: "Days",
  before: "The day before",
  after: "The day after",
  pick: "Day",
  none: "Nothing on this day.",
  tomorrow: "Tomorrow",
  earlier: ({ count }: { count: number }) => `${count} earlier today`,
} as const;
