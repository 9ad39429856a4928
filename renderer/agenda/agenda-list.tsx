import { Fragment } from "preact";
import { useRef } from "preact/hooks";
import { dayKey, isCounted, type TimeFormat } from "../../common/time.ts";
import type { AgendaItem } from "../../common/view.ts";
import { useRoving } from "../parts/use-roving.ts";
import type { PageState } from "../state/create-state.ts";
import { AgendaRow } from "./agenda-row.tsx";
import { betweenRows } from "./between.ts";
import { BetweenRow } from "./between-row.tsx";
import { useReveal } from "./use-reveal.ts";

interface Props {
  readonly state: PageState;
  readonly items: readonly AgendaItem[];
  /** Stands above the list already, with its countdown. */
  readonly card: AgendaItem | null;
  readonly now: number;
  readonly format: TimeFormat;
  /** The day, "2026-11-23"; where it is today, the clock has its place in it. */
  readonly day: string;
}

export function AgendaList({ state, items, card, now, format, day }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const ids = items.map((item) => item.booking.id);
  const roving = useRoving(list, ids);
  const between = betweenRows(items, day === dayKey(now, format.zone) ? now : null);
  const lines = (index: number) =>
    between[index]?.map((one) => <BetweenRow key={one.kind} between={one} now={now} format={format} />);
  const revealed = useReveal(state, list, ids);
  return (
    // A list without bullets is no list to VoiceOver unless it says so.
    // biome-ignore lint/a11y/noRedundantRoles: see above
    <ol class="agenda" role="list" ref={list} onKeyDown={roving.onKeyDown} onFocusIn={roving.onFocusIn}>
      {items.map((item, index) => (
        <Fragment key={item.booking.id}>
          {lines(index)}
          <AgendaRow
            state={state}
            item={item}
            day={day}
            onCard={item === card}
            counted={item.phase === "next" && item !== card && isCounted(item.booking.start ?? now, now)}
            now={now}
            format={format}
            current={item.booking.id === roving.current}
            revealed={item.booking.id === revealed}
          />
        </Fragment>
      ))}
      {lines(items.length)}
    </ol>
  );
}
