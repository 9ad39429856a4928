import { Ban, Globe, TriangleAlert } from "lucide-preact";
import type { Booking } from "../../common/booking.ts";
import { datesText } from "../../common/dates.ts";
import type { BookingDetail } from "../../common/found.ts";
import { isOff, type Status } from "../../common/status.ts";
import { dayKey, dayOf, type TimeFormat, timeRange } from "../../common/time.ts";
import { moments } from "../../common/words/moments.ts";
import { words } from "../../common/words/page.ts";
import { UntrustedText } from "../parts/untrusted-text.tsx";
import { isNoShow, offReason, theirTime, titleOf } from "../text/booking-text.ts";
import { nativeName } from "../text/native-name.ts";

interface Props {
  readonly booking: Booking;
  readonly clash: BookingDetail["clash"];
  readonly now: number;
  readonly format: TimeFormat;
}

/** Who, when, and how it stands. */
export function BookingTop({ booking, clash, now, format }: Props) {
  const off = isOff(booking);
  const theirs = theirTime(booking, format);
  return (
    <header class="booking-top">
      <h2 class="page-who">
        <UntrustedText text={titleOf(booking)} struck={off} />
      </h2>
      <p class="booking-when">{whenOf(booking, now, format)}</p>
      {theirs && (
        <p class="booking-line">
          <Globe class="icon" aria-hidden="true" />
          {theirs}
        </p>
      )}
      {off ? (
        <p class="booking-reason">
          <Ban class="icon" aria-hidden="true" />
          {words.agenda.off.alone({ reason: offReason(booking) })}
        </p>
      ) : (
        <p class="booking-status">{stateOf(booking)}</p>
      )}
      {clash && (
        <p class="booking-line booking-clash">
          <TriangleAlert class="icon" aria-hidden="true" />
          <bdi>
            {words.booking.clash[clash.kind]({
              time: clockOf(clash.other, format),
              who: titleOf(clash.other),
            })}
          </bdi>
        </p>
      )}
    </header>
  );
}

function stateOf(booking: Booking): string {
  const { status, native } = booking;
  if (isNoShow(booking)) return words.agenda.tags.noShow;
  const said: Partial<Record<Status, string>> = words.booking.status;
  return said[status] ?? words.agenda.tags.state({ state: nativeName(native.state) });
}

function whenOf(booking: Booking, now: number, format: TimeFormat): string {
  if (booking.start === null) return words.agenda.noTime;
  if (booking.allDay)
    return words.agenda.allDayOn({ day: datesText(booking.allDay, format, dayKey(now, format.zone)) });
  return moments.dayAt({ day: dayOf(booking.start, format, now), time: clockOf(booking, format) });
}

function clockOf({ start, end, allDay }: Booking, format: TimeFormat): string {
  if (start === null) return words.agenda.noTime;
  return allDay ? words.agenda.allDay : timeRange(start, end ?? start, format);
}
