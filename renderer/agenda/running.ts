import type { AgendaItem } from "../../common/agenda.ts";

const dayMs = 86_400_000;

/** From when to when the call is that is on; null where it is none: a whole day or several are not, nor what nobody agreed to. */
export function runningOf(
  { booking, off, phase }: AgendaItem,
  now: number,
): { start: number; end: number } | null {
  const { start, end, allDay, status } = booking;
  if (off || allDay || phase === "over" || status === "asked" || status === "held") return null;
  if (start === null || end === null || end <= start || end - start >= dayMs) return null;
  return start <= now && now < end ? { start, end } : null;
}
