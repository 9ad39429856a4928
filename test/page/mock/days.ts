import type { AgendaItem, DateRange } from "../../../common/agenda.ts";
import type { Booking } from "../../../common/booking.ts";
import { daysLater } from "../../../common/dates.ts";
import { isOff } from "../../../common/status.ts";
import { dayKey } from "../../../common/time.ts";
import type { Answering } from "./answers.ts";
import type { World } from "./world.ts";

/** How main answers for the days of the list: with all bookings that it knows, as the clock has them. */
export function dayAnswers({
  view,
  answers,
  joins,
}: World): Pick<Answering, "bookings.days" | "bookings.dots" | "bookings.requests"> {
  const datesOf = ({ start, end, allDay }: Booking): DateRange | null => {
    if (allDay || start === null) return allDay || null;
    const { zone } = view.format;
    return { first: dayKey(start, zone), last: dayKey(Math.max(start, (end ?? start) - 1), zone) };
  };
  const dated = () =>
    answers.bookings.flatMap((booking) => {
      const dates = datesOf(booking);
      return dates ? [{ booking, dates }] : [];
    });
  const itemOf = (booking: Booking): AgendaItem => ({
    booking,
    others: booking.others.length,
    phase: phaseOf(booking, view.now),
    off: isOff(booking),
    clash: null,
    move: answers.moves[booking.id] ?? null,
    join: joins[booking.id] ?? null,
  });
  function daysOf({ first, last }: DateRange) {
    const found = new Map<string, AgendaItem[]>();
    const inOrder = dated().sort((a, b) => (a.booking.start ?? 0) - (b.booking.start ?? 0));
    for (const { booking, dates } of inOrder)
      for (let date = dates.first > first ? dates.first : first; date <= dates.last && date <= last; ) {
        found.set(date, [...(found.get(date) ?? []), itemOf(booking)]);
        date = daysLater(date, 1);
      }
    return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([date, items]) => ({ date, items }));
  }

  return {
    "bookings.days": (range) => {
      const all = dated().map(({ dates }) => dates);
      const before = all.map((dates) => (dates.first < range.first ? min(dates.last, range.first, -1) : ""));
      const after = all.map((dates) => (dates.last > range.last ? max(dates.first, range.last, 1) : "~"));
      const [nearest = "", next = "~"] = [before.sort().at(-1), after.sort()[0]];
      return {
        days: daysOf(range),
        before: nearest || null,
        after: next === "~" ? null : next,
      };
    },
    "bookings.requests": () =>
      daysOf({ first: dayKey(view.now, view.format.zone), last: "9999" }).flatMap(({ date, items }) => {
        const waiting = items.filter(
          ({ booking: { status, start } }) => status === "asked" && (start ?? 0) > view.now,
        );
        return waiting.length > 0 ? [{ date, items: waiting }] : [];
      }),
    "bookings.dots": (range) =>
      daysOf(range).flatMap(({ date, items }) => {
        const on = items.filter(({ off }) => !off);
        const projects = on.slice(0, 4).map(({ booking }) => booking.project?.id ?? null);
        return on.length > 0 ? [{ date, count: on.length, projects }] : [];
      }),
  };
}

const min = (date: string, edge: string, days: number) => (date < edge ? date : daysLater(edge, days));
const max = (date: string, edge: string, days: number) => (date > edge ? date : daysLater(edge, days));

function phaseOf({ start, end, status, allDay }: Booking, now: number): AgendaItem["phase"] {
  if (status === "done" || (end ?? start ?? now) <= now) return "over";
  return (start ?? 0) <= now && !allDay && !isOff({ status }) ? "now" : "later";
}
