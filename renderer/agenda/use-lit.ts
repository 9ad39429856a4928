import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import type { AgendaItem } from "../../common/agenda.ts";
import { scrollerOf } from "../parts/drawn-rows.ts";
import { useForAWhile } from "../parts/use-for-a-while.ts";
import { rowOf } from "../parts/use-roving.ts";
import type { Lighting } from "../state/lighting.ts";

/** Long enough to be seen out of the corner of an eye. */
const shownMs = 2_000;

interface Row {
  readonly id: string;
  readonly item: AgendaItem;
}

/** The row that lights up, because its booking has changed before its user's eyes; null where none does. */
export function useLit(
  lighting: Lighting,
  list: RefObject<HTMLElement>,
  rows: readonly Row[],
): string | null {
  const [lit, light] = useForAWhile<string>(shownMs);
  const booking = lighting.booking.value;

  useEffect(() => {
    if (!booking) return;
    // What is drawn may still be what it was before.
    const told = JSON.stringify(booking);
    const row = rows.find(
      ({ item }) => item.booking.id === booking.id && JSON.stringify(item.booking) === told,
    );
    const drawn = row && rowOf(list.current, row.id);
    if (!drawn || !isInSight(drawn, scrollerOf(list.current))) return;
    light(row.id);
    lighting.lit();
  }, [booking, rows]);

  return lit;
}

function isInSight(row: Element, scroller: Element | null): boolean {
  const [own, around] = [row.getBoundingClientRect(), scroller?.getBoundingClientRect()];
  return around !== undefined && own.top >= around.top && own.bottom <= around.bottom;
}
