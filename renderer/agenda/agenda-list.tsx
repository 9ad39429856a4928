import type { Signal } from "@preact/signals";
import { useMemo, useRef } from "preact/hooks";
import type { AgendaItem } from "../../common/agenda.ts";
import { serviceOf } from "../../common/sources.ts";
import { dayKey, isCounted, type TimeFormat } from "../../common/time.ts";
import { Rows } from "../parts/rows.tsx";
import { useRoving } from "../parts/use-roving.ts";
import { type Place, useVirtualRows } from "../parts/use-virtual-rows.ts";
import { AgendaRow } from "./agenda-row.tsx";
import { type Between, betweenRows } from "./between.ts";
import { BetweenRow } from "./between-row.tsx";
import { type Asking, BookingActions } from "./booking-actions.tsx";
import { useReveal } from "./use-reveal.ts";

interface Props {
  readonly asking: Asking;
  /** The booking to bring into view, until that is done. */
  readonly revealing: Signal<string | null>;
  readonly open: (id: string) => void;
  readonly items: readonly AgendaItem[];
  /** Stands above the list already, with its countdown. */
  readonly card: AgendaItem | null;
  readonly now: number;
  readonly format: TimeFormat;
  /** The day, "2026-11-23"; where it is today, the clock has its place in it. */
  readonly day: string;
}

/** One line of the list, with a key that is its own. */
type Line = { readonly key: string } & ({ readonly item: AgendaItem } | { readonly between: Between });

export function AgendaList({ asking, revealing, open, items, card, now, format, day }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const isToday = day === dayKey(now, format.zone);
  const lines = useMemo(() => linesOf(items, isToday ? now : null), [items, isToday, now]);
  const marked = useMemo(() => new Set(items.map(({ booking }) => serviceOf(booking))).size > 1, [items]);
  const ids = useMemo(() => items.map(({ booking }) => booking.id), [items]);
  const roving = useRoving(list, ids);
  const revealed = useReveal(revealing, list, ids);
  const keys = lines.map(({ key }) => key);
  const rows = useVirtualRows(list, keys, [roving.current, revealing.value, revealed].map(keyOf));

  const row = (item: AgendaItem, key: string, place: Place) => (
    <AgendaRow
      key={key}
      item={item}
      day={day}
      counted={item.phase === "next" && item !== card && isCounted(item.booking.start ?? now, now)}
      marked={marked}
      now={now}
      format={format}
      current={item.booking.id === roving.current}
      revealed={item.booking.id === revealed}
      place={place}
      open={() => open(item.booking.id)}
    >
      {/* The card has its own. */}
      {item !== card && (
        <BookingActions
          {...asking}
          item={item}
          now={now}
          format={format}
          reachable={item.booking.id === roving.current}
        />
      )}
    </AgendaRow>
  );
  function draw(index: number, place: Place) {
    const line = lines[index];
    if (!line) return null;
    if ("item" in line) return row(line.item, line.key, place);
    return <BetweenRow key={line.key} between={line.between} now={now} format={format} place={place} />;
  }
  return (
    // A list without bullets is no list to VoiceOver unless it says so.
    // biome-ignore lint/a11y/noRedundantRoles: see above
    <ol class="agenda" role="list" ref={list} onKeyDown={roving.onKeyDown} onFocusIn={roving.onFocusIn}>
      <Rows {...rows} keys={keys} format={format} draw={draw} />
    </ol>
  );
}

function linesOf(items: readonly AgendaItem[], now: number | null): Line[] {
  const between = betweenRows(items, now);
  const before = (index: number) =>
    (between[index] ?? []).map((one) => ({
      key: one.kind === "now" ? "now" : `free ${items[index]?.booking.id}`,
      between: one,
    }));
  const rows = items.flatMap((item, index): Line[] => [
    ...before(index),
    { key: keyOf(item.booking.id), item },
  ]);
  return [...rows, ...before(items.length)];
}

const keyOf = (id: string | null) => `row ${id}`;
