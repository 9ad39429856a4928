import type { Booking } from "../../common/booking.ts";
import { datesText } from "../../common/dates.ts";
import { isOff } from "../../common/status.ts";
import { dayKey, dayOf, type TimeFormat, timeOf } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { offReason, subjectOf, titleOf } from "../text/booking-text.ts";
import { MarkedText } from "./marked-text.tsx";

interface Props {
  readonly booking: Booking;
  readonly wanted: string;
  readonly now: number;
  readonly format: TimeFormat;
}

/** A booking that was found, in two lines: its day and time, who it is and what about. */
export function Hit({ booking, wanted, now, format }: Props) {
  const off = isOff(booking);
  const subject = subjectOf(booking);
  const { day, time } = dayAndTimeOf(booking, now, format);
  return (
    <>
      <span class="hit-when">
        <span class="hit-day">{day}</span> <span class="soft">{time}</span>
      </span>
      <span class="hit-text">
        <span class="hit-top">
          <span class="hit-who">
            <MarkedText text={titleOf(booking)} wanted={wanted} struck={off} />
          </span>
          {booking.status === "asked" && <span class="tag tag-asked">{words.agenda.tags.asked}</span>}
        </span>
        <span class="hit-more">
          {off && <span>{offReason(booking)}</span>}
          {off && subject && <span aria-hidden="true"> · </span>}
          {subject && <MarkedText text={subject} wanted={wanted} />}
        </span>
      </span>
    </>
  );
}

function dayAndTimeOf({ start, allDay }: Booking, now: number, format: TimeFormat) {
  if (allDay) return { day: datesText(allDay, format, dayKey(now, format.zone)), time: words.agenda.allDay };
  if (start === null) return { day: words.agenda.noClock, time: "" };
  return { day: dayOf(start, format), time: timeOf(start, format) };
}
