import { ChevronLeft, ChevronRight } from "lucide-preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { type AgendaItem, type DayDots, mostDots } from "../../common/agenda.ts";
import { daysLater } from "../../common/dates.ts";
import { words } from "../../common/words/page.ts";
import { IconButton } from "../parts/icon-button.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { datesIn, firstWeekday, weekOf } from "../state/weeks.ts";
import { fullDate, weekdayOf } from "../text/date-text.ts";
import { Dots } from "./dots.tsx";

/** The week of the day that the list is on, with its bookings as dots. */
export function WeekStrip({ state, view }: { state: PageState; view: ViewSignals }) {
  const { diary } = state;
  const strip = useRef<HTMLElement>(null);
  const format = view.format.value;
  const [shown, today] = [diary.shown.value, diary.today.value];
  const dates = datesIn(weekOf(shown, firstWeekday(format.locale)));
  const days = new Map(
    diary.stretches.value.flatMap((one) => one.days.map(({ date, items }) => [date, items])),
  );
  const dotsOf = (date: string) =>
    dotsIn(date, date === today ? view.agenda.value.items : (days.get(date) ?? []));
  useLayoutEffect(() => {
    // The keys for days lead on from the cell that has the focus.
    if (strip.current?.contains(document.activeElement))
      strip.current.querySelector<HTMLElement>("[tabindex='0']")?.focus();
  }, [shown]);
  return (
    <nav class="week" aria-label={words.day.week} ref={strip}>
      <IconButton
        icon={ChevronLeft}
        label={words.day.weekBefore}
        reachable={false}
        onClick={() => diary.goTo(daysLater(shown, -7))}
      />
      <div class="week-days">
        {dates.map((date, weekday) => {
          const dots = dotsOf(date);
          return (
            <button
              // Each keeps its place, and the focus, in whatever week.
              key={weekday}
              type="button"
              class="day-cell"
              tabIndex={date === shown ? 0 : -1}
              aria-pressed={date === shown}
              aria-current={date === today ? "date" : undefined}
              data-empty={dots.count === 0 || undefined}
              onClick={() => diary.goTo(date)}
            >
              <span class="visually-hidden">
                {words.day.cell({ date: fullDate(date, format), count: dots.count })}
              </span>
              <span class="day-cell-name" lang={format.locale} aria-hidden="true">
                {weekdayOf(date, format, "short")}
              </span>
              <span class="day-cell-number" aria-hidden="true">
                {Number(date.slice(8))}
              </span>
              <Dots dots={dots} />
            </button>
          );
        })}
      </div>
      <IconButton
        icon={ChevronRight}
        label={words.day.weekAfter}
        reachable={false}
        onClick={() => diary.goTo(daysLater(shown, 7))}
      />
    </nav>
  );
}

function dotsIn(date: string, items: readonly AgendaItem[]): DayDots {
  const on = items.filter(({ off }) => !off);
  const projects = on.slice(0, mostDots).map(({ booking }) => booking.project?.id ?? null);
  return { date, count: on.length, projects };
}
