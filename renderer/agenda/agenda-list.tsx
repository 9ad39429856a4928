import { useRef } from "preact/hooks";
import type { TimeFormat } from "../../common/time.ts";
import type { AgendaItem } from "../../common/view.ts";
import { useRoving } from "../parts/use-roving.ts";
import type { PageState } from "../state/create-state.ts";
import { AgendaRow } from "./agenda-row.tsx";
import { useReveal } from "./use-reveal.ts";

interface Props {
  readonly state: PageState;
  readonly items: readonly AgendaItem[];
  /** Stands above the list already, with its countdown. */
  readonly card: AgendaItem | null;
  readonly now: number;
  readonly format: TimeFormat;
}

export function AgendaList({ state, items, card, now, format }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const ids = items.map((item) => item.booking.id);
  const roving = useRoving(list, ids);
  const revealed = useReveal(state, list, ids);
  return (
    // A list without bullets is no list to VoiceOver unless it says so.
    // biome-ignore lint/a11y/noRedundantRoles: see above
    <ol class="agenda" role="list" ref={list} onKeyDown={roving.onKeyDown} onFocusIn={roving.onFocusIn}>
      {items.map((item) => (
        <AgendaRow
          key={item.booking.id}
          state={state}
          item={item}
          onCard={item === card}
          counted={item.phase === "next" && item !== card}
          now={now}
          format={format}
          current={item.booking.id === roving.current}
          revealed={item.booking.id === revealed}
        />
      ))}
    </ol>
  );
}
