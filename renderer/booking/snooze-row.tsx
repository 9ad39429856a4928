import { useId, useState } from "preact/hooks";
import type { Booking } from "../../common/booking.ts";
import { type Snooze, snoozes } from "../../common/found.ts";
import type { Answer } from "../../common/ipc.ts";
import { isReminded } from "../../common/reminders.ts";
import { type TimeFormat, timeOf } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { Outcome } from "../parts/outcome.tsx";
import { ProblemText } from "../parts/problem-text.tsx";
import { useAct } from "../parts/use-act.ts";

interface Props {
  readonly booking: Booking;
  readonly now: number;
  readonly format: TimeFormat;
  readonly snooze: (choice: Snooze) => Promise<Answer<unknown>>;
  readonly say: (text: string) => void;
}

const minute = 60_000;
/** A reminder of what is further off than its last lead time helps nobody yet. */
const nearMs = 60 * minute;

/** Puts the reminder of a booking off that is on or near. */
export function SnoozeRow({ booking, now, format, snooze, say }: Props) {
  const id = useId();
  const { problem, act } = useAct();
  const [until, setUntil] = useState<number | null>(null);
  if (!isReminded(booking) || booking.start - now > nearMs) return null;
  const { start, end } = booking;
  const at = (choice: Snooze) => (choice === "start" ? start : now + choice * minute);
  const open = snoozes.filter((choice) => at(choice) > now && at(choice) < Math.max(end, start + 1));
  if (open.length === 0) return null;

  async function putOff(choice: Snooze) {
    if (!(await act(() => snooze(choice)))?.ok) return;
    setUntil(at(choice));
    say(words.booking.snoozed({ time: timeOf(at(choice), format) }));
  }
  return (
    <fieldset class="booking-snooze" aria-labelledby={id}>
      <p id={id} class="setting-name">
        {words.booking.snooze}
      </p>
      <div class="buttons">
        {open.map((choice) => (
          <button key={choice} type="button" class="button" onClick={() => void putOff(choice)}>
            {words.booking.snoozes({ choice })}
          </button>
        ))}
      </div>
      <Outcome text={until === null ? "" : words.booking.snoozed({ time: timeOf(until, format) })} />
      <ProblemText problem={problem} />
    </fieldset>
  );
}
