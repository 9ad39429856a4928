import type { AgendaItem } from "../../common/agenda.ts";
import { isSoon } from "../../common/join-link.ts";
import { runningOf } from "./running.ts";

/** There is a way in, to what takes place for sure. */
export const isJoinable = ({ off, join, booking }: AgendaItem): boolean =>
  !off && join !== null && booking.status !== "asked";

/** It can be joined from here on: it begins soon, or has begun. */
export const isJoinableSoon = (item: AgendaItem, now: number): boolean =>
  isJoinable(item) && isSoon(item.booking, now);

/** The one that J joins: what is on, else what begins soon. */
export function joinable(items: readonly AgendaItem[], now: number): AgendaItem | undefined {
  const running = items.find((item) => isJoinable(item) && runningOf(item, now));
  return running ?? items.find((item) => isJoinableSoon(item, now));
}
