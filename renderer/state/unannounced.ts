import { type ReadonlySignal, signal } from "@preact/signals";
import type { Unannounced } from "../../common/news.ts";
import { dayOf, daysAway, type TimeFormat, timeOf } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";

/** Long enough to be read, too short to be in the way. */
const shownMs = 10_000;

interface Latest {
  readonly latest: ReadonlySignal<Unannounced | null>;
  readonly came: (booking: Unannounced) => void;
  readonly stop: () => void;
}

/** What came without a notification: the latest of it, for a moment. */
export function createUnannounced(onCame: (booking: Unannounced) => void): Latest {
  const latest = signal<Unannounced | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    latest,
    came(booking) {
      clearTimeout(timer);
      latest.value = booking;
      timer = setTimeout(() => {
        latest.value = null;
      }, shownMs);
      onCame(booking);
    },
    stop: () => clearTimeout(timer),
  };
}

/** "Received a booking for Tue, 5 Dec 2017, already over: not announced." */
export function unannouncedText(
  { start, outcome, why }: Unannounced,
  now: number,
  format: TimeFormat,
): string {
  const received = (when: string) =>
    words.unannounced.received(why?.code === "quiet-hours" ? "quietHours" : outcome, { when });
  if (start === null) return received("");
  const time = timeOf(start, format);
  const today = daysAway(start, now, format.zone) === 0;
  return received(today ? time : dayOf(start, format, now));
}
