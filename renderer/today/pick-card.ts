import type { AgendaItem } from "../../common/agenda.ts";

/** The one booking for the card: what is on, until it ends, else what comes next. A whole day is never urgent. */
export function pickCard(items: readonly AgendaItem[], now: number): AgendaItem | null {
  const timed = items.filter((item) => !item.off && !item.booking.allDay && item.booking.start !== null);
  const on = timed.find((item) => item.phase === "now" && lasts(item, now));
  return on ?? timed.find((item) => item.phase === "next" || item.phase === "later") ?? null;
}

/** One without length lasts a minute. */
const lasts = ({ booking: { start, end } }: AgendaItem, now: number) =>
  Math.max(end ?? 0, (start ?? 0) + 60_000) > now;
