import { useState } from "preact/hooks";
import type { Booking } from "../../common/booking.ts";
import type { Snooze } from "../../common/found.ts";
import { snoozeTimes } from "../../common/snooze.ts";
import { type TimeFormat, timeOf } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { useAct } from "../parts/use-act.ts";
import type { PageState } from "../state/page-state.ts";

/** Puts the reminder of a booking off that is on or near: for how long it can be, and what came of it. */
export function useSnooze({ ask, say }: PageState, booking: Booking, now: number, format: TimeFormat) {
  const { problem, act } = useAct();
  const [until, setUntil] = useState<number | null>(null);
  const times = snoozeTimes(booking, now);
  const said = (time: number) => words.booking.snoozed({ time: timeOf(time, format) });
  return {
    choices: times.map(({ choice }) => choice),
    problem,
    outcome: until === null ? "" : said(until),
    async putOff(choice: Snooze): Promise<void> {
      if (!(await act(() => ask.bookings.snooze({ id: booking.id, choice })))?.ok) return;
      const at = times.find((one) => one.choice === choice)?.at ?? now;
      setUntil(at);
      say(said(at));
    },
  };
}
