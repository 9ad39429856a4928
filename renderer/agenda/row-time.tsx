import type { Booking } from "../../common/booking.ts";
import { type TimeFormat, timeOf } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { rowClock } from "../text/row-clock.ts";

interface Props {
  readonly booking: Booking;
  /** The one it is listed in, "2026-11-23". */
  readonly day: string;
  readonly format: TimeFormat;
  /** Its start alone, for a line. */
  readonly thin?: boolean;
}

/** Start over end, in a column as wide as the widest of them. */
export function RowTime({ booking, day, format, thin = false }: Props) {
  const clock = rowClock(booking, day, format);
  if (clock.kind === "none") return <div class="row-time row-start">{words.agenda.noClock}</div>;
  if (clock.kind === "all-day") return <div class="row-time row-start row-word">{words.agenda.allDay}</div>;
  if (clock.kind === "ends")
    return (
      <div class="row-time">
        <span class="row-start row-word">{words.agenda.ends}</span>
        {!thin && <Clock at={clock.end} kind="row-end" format={format} />}
      </div>
    );
  return (
    <div class="row-time">
      <Clock at={clock.start} kind="row-start" format={format} />
      {!thin && clock.end !== null && (
        <>
          <span class="visually-hidden"> {words.agenda.to} </span>
          <Clock at={clock.end} kind="row-end" format={format} />
        </>
      )}
    </div>
  );
}

const Clock = ({ at, kind, format }: { at: number; kind: string; format: TimeFormat }) => (
  <time class={kind} dateTime={new Date(at).toISOString()}>
    {timeOf(at, format)}
  </time>
);
