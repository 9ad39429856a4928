import type { Booking } from "../../common/booking.ts";
import { type TimeFormat, timeOf } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";

/** Start over end, in a column as wide as the widest of them. */
export function RowTime({ booking, format }: { booking: Booking; format: TimeFormat }) {
  const { start, end, allDay } = booking;
  if (allDay || start === null)
    return <div class="row-time row-time-word">{allDay ? words.agenda.allDay : words.agenda.noTime}</div>;
  return (
    <div class="row-time">
      <time class="row-start" dateTime={new Date(start).toISOString()}>
        {timeOf(start, format)}
      </time>
      {end !== null && end > start && (
        <>
          <span class="visually-hidden"> {words.agenda.to} </span>
          <time class="row-end" dateTime={new Date(end).toISOString()}>
            {timeOf(end, format)}
          </time>
        </>
      )}
    </div>
  );
}
