import type { RefObject } from "preact";
import type { Booking } from "../../common/booking.ts";
import type { Found } from "../../common/found.ts";
import { isOff } from "../../common/status.ts";
import type { TimeFormat } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { UntrustedText } from "../parts/untrusted-text.tsx";
import { useRoving } from "../parts/use-roving.ts";
import { offReason, subjectOf, titleOf } from "../text/booking-text.ts";
import { beginningOf } from "../text/moment.ts";

interface Props {
  readonly now: number;
  readonly format: TimeFormat;
  readonly open: (id: string) => void;
  readonly found: Found;
  readonly list: RefObject<HTMLOListElement>;
}

/** What was found; arrows go through it. */
export function Results({ found: { bookings, more }, ...rest }: Props) {
  if (bookings.length === 0)
    return (
      <section class="search-none" aria-labelledby="search-none">
        <h2 id="search-none" class="empty-title">
          {words.search.none.title}
        </h2>
        <p class="soft">{words.search.none.text}</p>
      </section>
    );
  return (
    <>
      <Hits bookings={bookings} {...rest} />
      {more && <p class="soft search-hint">{words.search.more}</p>}
    </>
  );
}

function Hits({ bookings, list, now, format, open }: Omit<Props, "found"> & Pick<Found, "bookings">) {
  const ids = bookings.map(({ id }) => id);
  const roving = useRoving(list, ids);
  return (
    // A list without bullets is no list to VoiceOver unless it says so.
    // biome-ignore lint/a11y/noRedundantRoles: see above
    <ol class="entries" role="list" ref={list} onKeyDown={roving.onKeyDown} onFocusIn={roving.onFocusIn}>
      {bookings.map((booking) => (
        <li key={booking.id}>
          <button
            type="button"
            class="entry"
            data-id={booking.id}
            tabIndex={booking.id === roving.current ? 0 : -1}
            onClick={() => open(booking.id)}
          >
            <Hit booking={booking} now={now} format={format} />
          </button>
        </li>
      ))}
    </ol>
  );
}

function Hit({ booking, now, format }: { booking: Booking; now: number; format: TimeFormat }) {
  const off = isOff(booking);
  const { start, allDay } = booking;
  const when = start === null ? words.agenda.noTime : beginningOf({ start, allDay }, now, format);
  return (
    <>
      <span class="entry-top">
        <span class="entry-lead">{when}</span>
        {off && <span>{offReason(booking)}</span>}
        {booking.status === "asked" && <span class="tag tag-asked">{words.agenda.tags.asked}</span>}
      </span>
      <span class="entry-who">
        <UntrustedText text={titleOf(booking)} struck={off} />
      </span>
      {subjectOf(booking) && (
        <span class="entry-more">
          <UntrustedText text={subjectOf(booking)} />
        </span>
      )}
    </>
  );
}
