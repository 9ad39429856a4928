import { useId } from "preact/hooks";
import type { Change } from "../../common/change.ts";
import type { BookingDetail } from "../../common/found.ts";
import type { TimeFormat } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { beginningOf, momentOf } from "../text/moment.ts";

interface Props {
  readonly history: BookingDetail["history"];
  readonly now: number;
  readonly format: TimeFormat;
  /** Shows how the user was told of it. */
  readonly why: () => void;
}

/** What happened to a booking, the latest first, along a line of dots. */
export function History({ history, now, format, why }: Props) {
  const id = useId();
  if (history.length === 0) return null;
  return (
    <section class="booking-history" aria-labelledby={id}>
      <div class="section-top">
        <h2 id={id} class="booking-history-title">
          {words.booking.history}
        </h2>
        <button type="button" class="link" onClick={why}>
          {words.activity.why}
        </button>
      </div>
      <ol class="history">
        {history.toReversed().map(({ at, change }) => (
          <li key={`${at} ${change.kind}`} class="history-line">
            <span class="history-what">{whatOf(change, now, format)}</span>
            <time class="soft" dateTime={new Date(at).toISOString()}>
              {momentOf(at, now, format)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}

function whatOf(change: Change, now: number, format: TimeFormat): string {
  const { kind, from, to } = change;
  if (kind === "moved" && to) return words.booking.movedTo({ when: beginningOf(to, now, format) });
  if (kind === "moved" && from) return words.booking.movedFrom({ when: beginningOf(from, now, format) });
  const what = words.booking.happened(change);
  return from ? words.booking.was({ what, when: beginningOf(from, now, format) }) : what;
}
