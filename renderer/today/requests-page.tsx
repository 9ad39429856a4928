import { Check } from "lucide-preact";
import { useMemo, useRef } from "preact/hooks";
import { serviceOf } from "../../common/sources.ts";
import { dayKey } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { AgendaRow } from "../agenda/agenda-row.tsx";
import { askingOf } from "../agenda/asking.ts";
import { DayHead } from "../agenda/list-lines.tsx";
import { Empty } from "../parts/empty.tsx";
import { Failed } from "../parts/failed.tsx";
import { Skeleton } from "../parts/skeleton.tsx";
import { useReturn } from "../parts/use-return.ts";
import { useRoving } from "../parts/use-roving.ts";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";

/** All that waits for its host's answer, wherever in time, to be answered one after the other. */
export function RequestsPage({ state, view }: { state: PageState; view: ViewSignals }) {
  const list = useRef<HTMLOListElement>(null);
  const { days, problem, refresh } = state.pending;
  const shown = days.value ?? [];
  const now = view.now.value;
  const format = view.format.value;
  const today = dayKey(now, format.zone);
  const items = shown.flatMap((day) => day.items);
  const ids = items.map(({ booking }) => booking.id);
  const roving = useRoving(list, ids);
  const leave = useReturn(list, state.left, "requests", ids.length > 0);
  const asking = useMemo(() => askingOf(state, view), [state, view]);
  if (problem.value) return <Failed problem={problem.value} again={refresh} />;
  if (days.value === null) return <Skeleton rows={4} />;
  if (ids.length === 0) return <Empty icon={Check} {...words.requests.empty} />;

  const marked = new Set(items.map(({ booking }) => serviceOf(booking))).size > 1;
  const unseen = new Set(view.unseen.value);
  return (
    <ol
      class="agenda requests"
      // A list without bullets is no list to VoiceOver unless it says so.
      // biome-ignore lint/a11y/noRedundantRoles: see above
      role="list"
      aria-label={words.requests.list}
      ref={list}
      onKeyDown={roving.onKeyDown}
      onFocusIn={roving.onFocusIn}
    >
      {shown.flatMap(({ date, items: ofDay }) => [
        <DayHead key={`head ${date}`} place={{}} date={date} count={0} today={today} format={format} />,
        ...ofDay.map((item) => (
          <AgendaRow
            key={item.booking.id}
            asking={asking}
            item={item}
            id={item.booking.id}
            day={date}
            counted={false}
            settled
            keyed={false}
            marked={marked}
            fresh={unseen.has(item.booking.id)}
            now={now}
            format={format}
            current={item.booking.id === roving.current}
            revealed={false}
            place={{}}
            open={(other) => {
              leave(item.booking.id);
              state.go({ name: "booking", id: other ?? item.booking.id, from: { name: "requests" } });
            }}
          />
        )),
      ])}
    </ol>
  );
}
