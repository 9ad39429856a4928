import type { SharedMessages } from "./messages.ts";

/** The words for how long something is. */
export function createSpans({ spans }: Pick<SharedMessages, "spans">) {
  /** "25 min", "2 h 5 min", of whole minutes. */
  function hoursAndMinutes(minutes: number): string {
    if (minutes < 60) return spans.minutes({ count: minutes });
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    return rest === 0 ? spans.hours({ count: hours }) : spans.hoursAndMinutes({ hours, minutes: rest });
  }
  return {
    ...spans,
    hoursAndMinutes,
    /** "25 min", "2 h", "3 days": in the unit that says enough. */
    roughly(ms: number): string {
      const minutes = Math.round(ms / 60_000);
      if (minutes < 90) return spans.minutes({ count: minutes });
      if (minutes < 48 * 60) return spans.hours({ count: Math.round(minutes / 60) });
      return spans.days({ count: Math.round(minutes / 1440) });
    },
    /**
     * "in 25 min", "in 2 h 5 min"; minutes are rounded up, so that nobody arrives late by rounding.
     * Empty once `at` has come.
     */
    countdown(at: number, now: number): string {
      const minutes = Math.ceil((at - now) / 60_000);
      return minutes <= 0 ? "" : spans.until({ span: hoursAndMinutes(minutes) });
    },
  };
}

export type Spans = ReturnType<typeof createSpans>;
