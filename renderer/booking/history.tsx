import { useId } from "preact/hooks";
import type { BookingDetail } from "../../common/found.ts";
import type { TimeFormat } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { beginningOf, momentOf } from "../text/moment.ts";

interface Props {
  readonly history: BookingDetail["history"];
  readonly now: number;
  readonly format: TimeFormat;
}

/** What happened to a booking, the latest first, with the old time where it had another. */
export function History({ history, now, format }: Props) {
  const id = useId();
  if (history.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} class="group-title section-top">
        {words.booking.history}
      </h2>
      <ol class="booking-history">
        {history.toReversed().map(({ at, change }) => (
          <li key={`${at} ${change.kind}`}>
            <span>
              {words.news.what(change)}
              {change.from && (
                <span class="soft">{` ${words.booking.from({ when: beginningOf(change.from, now, format) })}`}</span>
              )}
            </span>
            <time class="soft" dateTime={new Date(at).toISOString()}>
              {momentOf(at, now, format)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}
