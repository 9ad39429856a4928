import { useState } from "preact/hooks";
import type { Booking } from "../../common/booking.ts";
import { type Snooze, snoozes } from "../../common/found.ts";
import { isReminded } from "../../common/reminders.ts";
import { type TimeFormat, timeOf } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { useAct } from "../parts/use-act.ts";
import type { PageState } from "../state/page-state.ts";

const minute = 60_000;
/** A reminder of what is further off than its last lead time helps nobody yet. */
const nearMs = 60 * minute;

/** Puts the reminder of a booking off that is on or near: for how long it can be, and what came of it. */
export function useSnooze({ ask, say }: PageState, booking: Booking, now: number, format: TimeFormat) {
  const { problem, act } = useAct();
  const [until, setUntil] = useState<number | null>(null);
  const reminded = isReminded(booking) && booking.start - now <= nearMs ? booking : null;
  const at = (choice: Snooze) => (choice === "start" ? (reminded?.start ?? now) : now + choice * minute);
  const choices = reminded
    ? snoozes.filter((choice) => at(choice) > now && at(choice) < Math.max(reminded.end, reminded.start + 1))
    : [];
  const said = (time: number) => words.booking.snoozed({ time: timeOf(time, format) });
  return {
    choices,
    problem,
    outcome: until === null ? "" : said(until),
    async putOff(choice: Snooze): Promise<void> {
      if (!(await act(() => ask.bookings.snooze({ id: booking.id, choice })))?.ok) return;
      setUntil(at(choice));
      say(said(at(choice)));
    },
  };
}
