import type { Booking } from "../../common/booking.ts";
import type { News } from "../../common/news.ts";
import { dayKey, dayOf, daysAway, type TimeFormat, timeOf } from "../../common/time.ts";
import { moments } from "../../common/words/moments.ts";
import { words } from "../../common/words/page.ts";
import { UntrustedText } from "../parts/untrusted-text.tsx";
import { dayAndTime, titleOf } from "../text/booking-text.ts";

interface Props {
  readonly line: News;
  readonly now: number;
  readonly format: TimeFormat;
  readonly open: () => void;
}

/** What changed, of which booking, when it is, and when that came. */
export function NewsLine({ line, now, format, open }: Props) {
  const { at, seen, change, booking } = line;
  const today = daysAway(at, now, format.zone) === 0;
  const when =
    booking.start !== null && isToday(booking, booking.start, now, format)
      ? booking.allDay
        ? words.agenda.allDayOn({ day: words.agenda.today })
        : moments.dayAt({ day: words.agenda.today, time: timeOf(booking.start, format) })
      : dayAndTime(booking, now, format);
  return (
    <li>
      <button type="button" class={seen ? "entry" : "entry news-unseen"} onClick={open}>
        <span class="entry-top">
          {!seen && (
            <>
              <span class="news-dot" aria-hidden="true" />
              <span class="visually-hidden">{words.news.isNew} </span>
            </>
          )}
          <span class="entry-lead">{words.news.what(change)}</span>
          <time dateTime={new Date(at).toISOString()}>
            {today ? timeOf(at, format) : dayOf(at, format, now)}
          </time>
        </span>
        <span class="entry-who">
          <UntrustedText text={titleOf(booking)} />
        </span>
        <span class="entry-more">{when}</span>
      </button>
    </li>
  );
}

function isToday({ allDay }: Booking, start: number, now: number, { zone }: TimeFormat): boolean {
  if (!allDay) return daysAway(start, now, zone) === 0;
  const today = dayKey(now, zone);
  return allDay.first === today && allDay.last === today;
}
