import { useId, useState } from "preact/hooks";
import type { Booking } from "../../common/booking.ts";
import { type Snooze, snoozes } from "../../common/found.ts";
import { type TimeFormat, timeOf } from "../../common/time.ts";
import { Outcome } from "../parts/outcome.tsx";
import { ProblemText } from "../parts/problem-text.tsx";
import { useAct } from "../parts/use-act.ts";
import type { PageState } from "../state/create-state.ts";
import { words } from "../words.ts";

interface Props {
  readonly state: PageState;
  readonly booking: Booking;
  readonly now: number;
  readonly format: TimeFormat;
}

const minute = 60_000;
/** A reminder of what is further off than its last lead time helps nobody yet. */
const nearMs = 60 * minute;

/** Puts the reminder of a booking off that is on or near. */
export function SnoozeRow({ state, booking, now, format }: Props) {
  const id = useId();
  const { problem, act } = useAct();
  const [until, setUntil] = useState<number | null>(null);
  const { start, end, allDay, status } = booking;
  if (status !== "confirmed" || start === null || allDay || start - now > nearMs) return null;
  const at = (choice: Snooze) => (choice === "start" ? start : now + choice * minute);
  const open = snoozes.filter((choice) => at(choice) > now && at(choice) < Math.max(end ?? start, start + 1));
  if (open.length === 0) return null;

  async function snooze(choice: Snooze) {
    if (!(await act(() => state.ask.bookings.snooze({ id: booking.id, choice })))) return;
    setUntil(at(choice));
    state.say(words.booking.snoozed(timeOf(at(choice), format)));
  }
  return (
    <fieldset class="booking-snooze" aria-labelledby={id}>
      <p id={id} class="setting-name">
        {words.booking.snooze}
      </p>
      <div class="buttons">
        {open.map((choice) => (
          <button key={choice} type="button" class="button" onClick={() => void snooze(choice)}>
            {words.booking.snoozes(choice)}
          </button>
        ))}
      </div>
      <Outcome text={until === null ? "" : words.booking.snoozed(timeOf(until, format))} />
      <ProblemText problem={problem} />
    </fieldset>
  );
}
