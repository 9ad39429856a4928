import { CalendarCheck, ChevronRight } from "lucide-preact";
import { useEffect, useRef } from "preact/hooks";
import type { Booking } from "../../common/booking.ts";
import type { Problem } from "../../common/problems.ts";
import { dayKey, type TimeFormat, timeRange } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { scrollerOf } from "../parts/drawn-rows.ts";
import { Failed } from "../parts/failed.tsx";
import type { Place } from "../parts/use-virtual-rows.ts";
import { dayAndTime } from "../text/booking-text.ts";
import { dayInList, dayName } from "../text/date-text.ts";
import type { Free } from "./between.ts";

interface LineProps {
  readonly place: Place;
  readonly date: string;
}

interface HeadProps extends LineProps {
  readonly count: number;
  readonly today: string;
  readonly format: TimeFormat;
}

/** "Tomorrow  Tue 24 November · 3 bookings" */
export function DayHead({ place, date, count, today, format }: HeadProps) {
  const name = dayName(date, today);
  const day = dayInList(date, today, format);
  return (
    <li class="line day-head" {...place} data-day={date} data-head={date}>
      <h2 class="day-head-text" lang={format.locale}>
        {name && <span class="day-head-name">{name} </span>}
        <span class={name ? "soft" : "day-head-name"}>{day}</span>
        {count > 0 && <span class="soft">{` · ${words.day.count({ count })}`}</span>}
      </h2>
    </li>
  );
}

interface EarlierProps extends LineProps {
  readonly count: number;
  readonly open: boolean;
  readonly unfold: (open: boolean) => void;
}

/** "2 earlier today", which unfolds in place. */
export const EarlierLine = ({ place, date, count, open, unfold }: EarlierProps) => (
  <li class="line" {...place} data-day={date}>
    <button type="button" class="earlier" aria-expanded={open} onClick={() => unfold(!open)}>
      <ChevronRight class="icon" aria-hidden="true" />
      {words.day.earlier({ count })}
    </button>
  </li>
);

/** "Free 18:00–19:00" */
export const FreeLine = ({ place, date, free, format }: LineProps & { free: Free; format: TimeFormat }) => (
  <li class="line free" {...place} data-day={date}>
    <span class="free-text">{words.agenda.free({ span: timeRange(free.from, free.to, format) })}</span>
  </li>
);

/** Nothing on a day that was chosen. */
export const NoneLine = ({ place, date }: LineProps) => (
  <li class="line none" {...place} data-day={date} tabIndex={-1}>
    {words.day.none}
  </li>
);

interface RestProps extends LineProps {
  /** Something took place today. */
  readonly had: boolean;
  readonly next: Booking | null;
  readonly now: number;
  readonly format: TimeFormat;
}

/** Nothing is left of today: what comes next, and in how long. */
export function RestLine({ place, date, had, next, now, format }: RestProps) {
  const span = next && isCounted(next, now, format) ? words.spans.countdown(next.start ?? now, now) : "";
  return (
    <li class="line rest" {...place} data-day={date} tabIndex={-1}>
      <span class="empty-disc">
        <CalendarCheck class="empty-icon" aria-hidden="true" />
      </span>
      <p class="empty-title">{had ? words.agenda.empty.done : words.agenda.empty.none}</p>
      {next && <p class="soft">{words.agenda.empty.next({ when: dayAndTime(next, now, format), span })}</p>}
    </li>
  );
}

/** Within a day: of what is further off nobody wants to know the hours. */
const isCounted = ({ start, allDay }: Booking, now: number, { zone }: TimeFormat) =>
  start !== null && !allDay && start - now < 86_400_000 && dayKey(start, zone) !== dayKey(now, zone);

interface EdgeProps extends LineProps {
  readonly edge: "before" | "after";
  readonly more: boolean;
  /** It is time to load it. */
  readonly wanted: boolean;
  /** Why no more could be loaded. */
  readonly problem: Problem | null;
  readonly load: () => void;
}

/** Where the list goes on: more is loaded before it comes into view. */
export function EdgeLine({ place, date, edge, more, wanted, problem, load }: EdgeProps) {
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!more || !wanted || problem || !line.current) return;
    const root = scrollerOf(line.current);
    const watch = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) load();
      },
      { root, rootMargin: "640px 0px" },
    );
    watch.observe(line.current);
    return () => watch.disconnect();
  }, [more, wanted, problem]);
  if (more && problem)
    return (
      <li class="line edge" {...place} data-day={date}>
        <Failed problem={problem} again={load} />
      </li>
    );
  return (
    <li
      class={`line edge edge-${edge}`}
      {...place}
      data-day={date}
      ref={line}
      aria-hidden={more || edge === "before"}
    >
      {edge === "after" && !more && words.day.noneLater}
    </li>
  );
}
