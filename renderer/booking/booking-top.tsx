import type { Booking } from "../../common/booking.ts";
import { isOff } from "../../common/status.ts";
import { words } from "../../common/words/page.ts";
import { Circle } from "../agenda/circle.tsx";
import { UntrustedText } from "../parts/untrusted-text.tsx";
import { isNoShow, subjectOf, titleOf } from "../text/booking-text.ts";
import { nativeName } from "../text/native-name.ts";

/** Who it is, what about, and how it stands. */
export function BookingTop({ booking }: { booking: Booking }) {
  const off = isOff(booking);
  const subject = subjectOf(booking);
  return (
    <header class="booking-top">
      <Circle booking={booking} />
      <div class="booking-who">
        <h2 class="booking-name">
          <UntrustedText text={titleOf(booking)} struck={off} />
        </h2>
        {subject && (
          <p class="booking-subject">
            <UntrustedText text={subject} />
          </p>
        )}
      </div>
      <span class={`tag booking-state booking-state-${off ? "off" : booking.status}`}>
        {stateOf(booking)}
      </span>
    </header>
  );
}

function stateOf(booking: Booking): string {
  const { status, native } = booking;
  if (isNoShow(booking)) return words.agenda.tags.noShow;
  if (status === "unknown") return words.agenda.tags.state({ state: nativeName(native.state) });
  return words.booking.states[status];
}
