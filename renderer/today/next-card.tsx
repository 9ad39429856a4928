import { Globe, MapPin } from "lucide-preact";
import type { ComponentChildren } from "preact";
import type { AgendaItem } from "../../common/agenda.ts";
import { countdown, isCounted, type TimeFormat, timeOf, timeRange } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { Tags } from "../agenda/tags.tsx";
import { UntrustedText } from "../parts/untrusted-text.tsx";
import { subjectOf, tagsOf, theirTime, titleOf } from "../text/booking-text.ts";

interface Props {
  readonly item: AgendaItem;
  readonly now: number;
  readonly format: TimeFormat;
  /** What can be done about the booking. */
  readonly children: ComponentChildren;
}

/** The meeting that is on or comes next, large enough to read at a glance. */
export function NextCard({ item, now, format, children }: Props) {
  const { booking } = item;
  const { start, end } = booking;
  if (start === null) return null;
  const on = item.phase === "now";
  const caption = on
    ? end === null
      ? words.agenda.now
      : words.agenda.nowUntil({ end: timeOf(end, format) })
    : isCounted(start, now)
      ? words.agenda.nextIn({ countdown: countdown(start, now) })
      : words.agenda.next;
  const place = booking.place.trim();
  const subject = subjectOf(booking);
  const theirs = theirTime(booking, format);
  return (
    <section class={on ? "card card-now" : "card"} aria-labelledby="card-caption">
      <div class="card-top">
        <h2 id="card-caption" class="card-caption">
          {caption}
        </h2>
        <Tags tags={tagsOf(item).filter((tag) => tag.kind !== "now")} />
      </div>
      <p class="card-title">
        <UntrustedText text={titleOf(booking)} />
      </p>
      {subject && (
        <p class="card-subject">
          <UntrustedText text={subject} />
        </p>
      )}
      <ul class="facts">
        <li class="fact-time">
          <time dateTime={new Date(start).toISOString()}>
            {end === null ? timeOf(start, format) : timeRange(start, end, format)}
          </time>
        </li>
        {place && (
          <li>
            <MapPin class="icon" aria-hidden="true" />
            <UntrustedText text={place} />
          </li>
        )}
        {theirs && (
          <li>
            <Globe class="icon" aria-hidden="true" />
            {theirs}
          </li>
        )}
      </ul>
      {children}
    </section>
  );
}
