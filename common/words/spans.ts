import { counted } from "./counted.ts";

interface Count {
  readonly count: number;
}

/** The words for how long something is. */
export const spans = {
  seconds: ({ count }: Count) => `${count} s`,
  minutes: ({ count }: Count) => `${count} min`,
  hours: ({ count }: Count) => `${count} h`,
  hoursAndMinutes: ({ hours, minutes }: { hours: number; minutes: number }) => `${hours} h ${minutes} min`,
  days: ({ count }: Count) => counted(count, "day"),
  until: ({ span }: { span: string }) => `in ${span}`,
} as const;
