import { ChevronLeft, ChevronRight } from "lucide-preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { daysLater } from "../../common/dates.ts";
import { words } from "../../common/words/page.ts";
import { IconButton } from "../parts/icon-button.tsx";
import { useAsked } from "../parts/use-asked.ts";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { datesIn, firstWeekday, monthOf, monthsLater } from "../state/weeks.ts";
import { fullDate, monthName, weekdayOf } from "../text/date-text.ts";
import { backKey, onKey } from "../text/line-keys.ts";
import { Dots } from "./dots.tsx";

interface Props {
  readonly state: PageState;
  readonly view: ViewSignals;
  readonly close: () => void;
}

/** So far each key leads. */
const steps: Readonly<Record<string, (date: string) => string>> = {
  [backKey]: (date) => daysLater(date, -1),
  [onKey]: (date) => daysLater(date, 1),
  ArrowUp: (date) => daysLater(date, -7),
  ArrowDown: (date) => daysLater(date, 7),
  PageUp: (date) => monthsLater(date, -1),
  PageDown: (date) => monthsLater(date, 1),
};

/** A month with the bookings of each day as dots, to choose a day from. */
export function Month({ state: { ask, diary }, view, close }: Props) {
  const [at, setAt] = useState(diary.shown.peek());
  const days = useRef<HTMLDivElement>(null);
  /** A key has led to another day, which takes the focus. */
  const moved = useRef(true);
  const format = view.format.value;
  const today = diary.today.value;
  const range = monthOf(at, firstWeekday(format.locale));
  const { answer } = useAsked(() => ask.bookings.dots(range), [range.first, view.agenda.value]);
  const dots = new Map(answer?.ok ? answer.value.map((one) => [one.date, one]) : []);
  const dates = datesIn(range);
  useLayoutEffect(() => {
    if (moved.current) days.current?.querySelector<HTMLElement>("[tabindex='0']")?.focus();
    moved.current = false;
  }, [at]);

  function keyed(event: KeyboardEvent) {
    const step = steps[event.key];
    if (event.key === "Escape") close();
    else if (step && days.current?.contains(event.target as Node)) {
      moved.current = true;
      setAt(step(at));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
  function choose(date: string) {
    close();
    diary.goTo(date);
  }
  return (
    <div class="month" role="dialog" aria-label={words.day.pick} onKeyDown={keyed}>
      <div class="month-top">
        <IconButton
          icon={ChevronLeft}
          label={words.day.monthBefore}
          onClick={() => setAt(monthsLater(at, -1))}
        />
        <h2 class="month-name" lang={format.locale} aria-live="polite">
          {monthName(at, format)}
        </h2>
        <IconButton
          icon={ChevronRight}
          label={words.day.monthAfter}
          onClick={() => setAt(monthsLater(at, 1))}
        />
      </div>
      <div class="month-days" ref={days}>
        {dates.slice(0, 7).map((date) => (
          <span key={`name ${date}`} class="day-cell-name" lang={format.locale} aria-hidden="true">
            {weekdayOf(date, format, "short")}
          </span>
        ))}
        {dates.map((date) => (
          <button
            key={date}
            type="button"
            class="day-cell"
            tabIndex={date === at ? 0 : -1}
            aria-pressed={date === diary.shown.value}
            aria-current={date === today ? "date" : undefined}
            data-empty={!dots.has(date) || undefined}
            data-beside={date.slice(0, 7) !== at.slice(0, 7) || undefined}
            onClick={() => choose(date)}
          >
            <span class="visually-hidden">
              {words.day.cell({ date: fullDate(date, format), count: dots.get(date)?.count ?? 0 })}
            </span>
            <span class="day-cell-number" aria-hidden="true">
              {Number(date.slice(8))}
            </span>
            <Dots dots={dots.get(date)} />
          </button>
        ))}
      </div>
    </div>
  );
}
