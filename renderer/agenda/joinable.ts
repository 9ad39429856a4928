import type { AgendaItem } from "../../common/agenda.ts";
import { isSoon } from "../../common/join-link.ts";
import { runningOf } from "./running.ts";

/** There is a way in, to what takes place for sure. */
export const isJoinable = ({ off, join, booking }: AgendaItem): boolean =>
  !off && join !== null && booking.status !== "asked";

/** The one that J joins: what is on, else what begins soon. */
export function joinable(items: readonly AgendaItem[], now: number): AgendaItem | undefined {
  const open = items.filter(isJoinable);
  return open.find((item) => runningOf(item, now)) ?? open.find(({ booking }) => isSoon(booking, now));
}
