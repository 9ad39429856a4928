import type { AgendaItem } from "../../common/view.ts";

/** From here on the next meeting matters more than the one that is on. */
const handOver = 10 * 60_000;

/** The one booking for the card: what is on, until the next one is near. A whole day is never urgent. */
export function pickCard(items: readonly AgendaItem[], now: number): AgendaItem | null {
  const timed = items.filter((item) => !item.off && !item.booking.allDay && item.booking.start !== null);
  const on = timed.findLast((item) => item.phase === "now") ?? null;
  const next = timed.find((item) => item.phase !== "now") ?? null;
  if (!on || !next) return on ?? next;
  return (next.booking.start ?? 0) - now <= handOver ? next : on;
}
