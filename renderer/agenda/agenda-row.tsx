import { Ban, CalendarClock, MapPin, Users } from "lucide-preact";
import type { ComponentChildren } from "preact";
import type { AgendaItem } from "../../common/agenda.ts";
import { countdown, type TimeFormat } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { UntrustedText } from "../parts/untrusted-text.tsx";
import type { Place } from "../parts/use-virtual-rows.ts";
import {
  daysBeyond,
  offReason,
  spoken,
  subjectOf,
  tagsOf,
  titleOf,
  titleSaid,
} from "../text/booking-text.ts";
import { RowTime } from "./row-time.tsx";
import { Tags } from "./tags.tsx";

interface Props {
  readonly item: AgendaItem;
  /** The one it is listed in, "2026-11-23". */
  readonly day: string;
  readonly now: number;
  readonly format: TimeFormat;
  /** Says how long it is until it begins. */
  readonly counted: boolean;
  /** Says whose booking it is, as there are others'. */
  readonly marked: boolean;
  /** The one row that Tab stops at. */
  readonly current: boolean;
  readonly revealed: boolean;
  readonly place: Place;
  readonly open: () => void;
  /** What can be done about the booking. */
  readonly children: ComponentChildren;
}

export function AgendaRow({
  item,
  day,
  now,
  format,
  counted,
  marked,
  current,
  revealed,
  place,
  open,
  children,
}: Props) {
  const { booking, off, others } = item;
  const subject = subjectOf(booking);
  const tags = tagsOf(item, marked);
  if (counted) tags.unshift({ kind: "next", text: countdown(booking.start ?? now, now) });
  return (
    <li
      class={`row row-${kindOf(item)}`}
      {...place}
      data-id={booking.id}
      data-revealed={revealed || undefined}
      // Arrow keys go through the rows, and the focus unfolds long texts.
      tabIndex={current ? 0 : -1}
      aria-label={spoken(item, day, { now, format, marked })}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || event.target !== event.currentTarget) return;
        // Else the same key would press the button that has the focus then.
        event.preventDefault();
        open();
      }}
    >
      <RowTime booking={booking} format={format} />
      <div class="row-text">
        <div class="row-top">
          <p class="row-title">
            <button
              type="button"
              class="row-open"
              aria-label={words.booking.open({ who: titleSaid(booking) })}
              tabIndex={-1}
              onClick={open}
            >
              <UntrustedText text={titleOf(booking)} struck={off} />
            </button>
            {others > 0 && <span class="soft"> {words.agenda.more({ count: others })}</span>}
          </p>
          <Tags tags={tags} />
        </div>
        {subject && (
          <p class="row-line">
            <UntrustedText text={subject} struck={off} />
          </p>
        )}
        {off && (
          <p class="row-line row-fact row-reason">
            <Ban class="icon" aria-hidden="true" />
            {offReason(booking)}
          </p>
        )}
        {!off && <RowFacts item={item} day={day} now={now} format={format} />}
        {children}
      </div>
    </li>
  );
}

/** What a row looks like: where it stands on the clock counts before its state. */
function kindOf({ booking, phase, off }: AgendaItem): string {
  if (off) return "off";
  if (phase === "over") return "over";
  return phase === "now" && !booking.allDay ? "now" : booking.status;
}

function RowFacts({ item: { booking }, day, now, format }: Pick<Props, "item" | "day" | "now" | "format">) {
  const place = booking.place.trim();
  const beyond = daysBeyond(booking, day, now, format);
  if (!place && !beyond && !booking.seats) return null;
  return (
    <ul class="facts">
      {place && (
        <li>
          <MapPin class="icon" aria-hidden="true" />
          <UntrustedText text={place} />
        </li>
      )}
      {booking.seats && (
        <li>
          <Users class="icon" aria-hidden="true" />
          {words.agenda.seats(booking.seats)}
        </li>
      )}
      {beyond && (
        <li>
          <CalendarClock class="icon" aria-hidden="true" />
          {beyond}
        </li>
      )}
    </ul>
  );
}
