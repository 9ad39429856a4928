import { useMemo, useRef } from "preact/hooks";
import type { AgendaItem } from "../../common/agenda.ts";
import { serviceOf } from "../../common/sources.ts";
import { isCounted } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { Rows } from "../parts/rows.tsx";
import { useRoving } from "../parts/use-roving.ts";
import { useSettled } from "../parts/use-settled.ts";
import { type Place, useVirtualRows } from "../parts/use-virtual-rows.ts";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { AgendaRow } from "./agenda-row.tsx";
import { askingOf } from "./asking.ts";
import { joinable } from "./joinable.ts";
import { type Line, linesOf } from "./lines.ts";
import { DayHead, EarlierLine, EdgeLine, FreeLine, NoneLine, RestLine } from "./list-lines.tsx";
import { topLine, useListPlace } from "./use-list-place.ts";
import { useLit } from "./use-lit.ts";
import { useReveal } from "./use-reveal.ts";

/** All days in one list, as far as they are loaded. */
export function AgendaList({ state, view }: { state: PageState; view: ViewSignals }) {
  const list = useRef<HTMLOListElement>(null);
  const { diary } = state;
  const { items, earlier, afterToday } = view.agenda.value;
  const now = view.now.value;
  const format = view.format.value;
  const today = diary.today.value;
  const [stretches, unfolded, chosen] = [diary.stretches.value, diary.earlier.value, diary.chosen.value];
  const lines = useMemo(
    () => linesOf({ stretches, today, items, earlier, unfolded, chosen, now, format }),
    [stretches, today, items, earlier, unfolded, chosen, now, format],
  );
  const rows = useMemo(() => lines.filter((line) => line.kind === "row"), [lines]);
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const marked = useMemo(() => new Set(rows.map(({ item }) => serviceOf(item.booking))).size > 1, [rows]);
  const settled = useSettled();
  const unseen = new Set(view.unseen.value);
  const next = rows.find(({ item, date }) => date >= today && isNext(item, now))?.item;
  const keyed = joinable(items, now);
  const rowOf = (id: string | null | undefined) =>
    rows.find(({ item, date }) => item.booking.id === id && date >= today)?.id ?? null;
  const shown = diary.shown.value;
  const roving = useRoving(list, ids, rows.find(({ date }) => date >= shown)?.id ?? ids[0] ?? null);
  const wanted = rowOf(state.revealing.value);
  const revealed = useReveal({ revealing: state.revealing, wanted }, list, ids);
  const lit = useLit(state.lighting, list, rows);
  const keys = useMemo(() => lines.map(({ key }) => key), [lines]);
  const kept = [roving.current, wanted, revealed, rowOf(keyed?.booking.id)].map(keyOf);
  const top = topLine(lines, diary.goal.value?.date ?? chosen);
  const virtual = useVirtualRows(
    list,
    keys,
    [...kept, top?.key ?? null, diary.place.peek()?.key ?? null],
    true,
    revealed && keyOf(revealed),
    !settled,
  );
  const place = useListPlace({
    list,
    lines,
    diary,
    loose: wanted !== null || revealed !== null,
    focus: roving.focus,
  });
  const asking = useMemo(() => askingOf(state, view), [state, view]);

  function row({ item, id, date, key }: Extract<Line, { kind: "row" }>, at: Place) {
    return (
      <AgendaRow
        key={key}
        asking={asking}
        item={item}
        id={id}
        day={date}
        counted={item === next && isCounted(item.booking.start ?? now, now)}
        settled={settled}
        keyed={item === keyed}
        marked={marked}
        fresh={unseen.has(item.booking.id)}
        now={now}
        format={format}
        current={id === roving.current}
        revealed={id === revealed || id === lit}
        place={at}
        open={(other) => {
          place.leave(id);
          const to = other ?? (item.off && item.move ? item.move.id : item.booking.id);
          state.go({ name: "booking", id: to, from: { name: "today" } });
        }}
      />
    );
  }
  function draw(index: number, at: Place) {
    const line = lines[index];
    if (!line) return null;
    const { key, date } = line;
    if (line.kind === "row") return row(line, at);
    if (line.kind === "head")
      return <DayHead key={key} place={at} date={date} count={line.count} today={today} format={format} />;
    if (line.kind === "free")
      return <FreeLine key={key} place={at} date={date} free={line.free} format={format} />;
    if (line.kind === "none") return <NoneLine key={key} place={at} date={date} />;
    if (line.kind === "earlier")
      return (
        <EarlierLine
          key={key}
          place={at}
          date={date}
          count={line.count}
          open={unfolded !== null}
          unfold={diary.unfold}
        />
      );
    if (line.kind === "rest")
      return (
        <RestLine
          key={key}
          place={at}
          date={date}
          had={earlier > 0}
          next={afterToday}
          now={now}
          format={format}
        />
      );
    return (
      <EdgeLine
        key={key}
        place={at}
        date={date}
        edge={line.edge}
        more={line.more}
        wanted={settled}
        problem={diary.failed.value[line.edge]}
        load={() => diary.more(line.edge)}
      />
    );
  }
  return (
    <ol
      class="agenda"
      // A list without bullets is no list to VoiceOver unless it says so.
      // biome-ignore lint/a11y/noRedundantRoles: see above
      role="list"
      aria-label={words.agenda.list}
      ref={list}
      onKeyDown={roving.onKeyDown}
      onFocusIn={roving.onFocusIn}
    >
      <Rows {...virtual} keys={keys} format={format} draw={draw} />
    </ol>
  );
}

const isNext = ({ booking: { start, allDay }, off }: AgendaItem, now: number) =>
  !off && !allDay && start !== null && start > now;

const keyOf = (id: string | null) => `row ${id}`;
