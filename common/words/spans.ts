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
  daysAndHours: ({ days, hours }: { days: number; hours: number }) => `${counted(days, "day")} ${hours} h`,
  until: ({ span }: { span: string }) => `in ${span}`,
} as const;

/** "25 min", "2 h", "3 days": in the unit that says enough. */
export function roughly(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 90) return spans.minutes({ count: minutes });
  if (minutes < 48 * 60) return spans.hours({ count: Math.round(minutes / 60) });
  return spans.days({ count: Math.round(minutes / 1440) });
}
