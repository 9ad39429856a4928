import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import type { ActivityLine } from "../../common/activity.ts";
import { dayKey } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { byDays } from "../parts/by-days.ts";
import { DayLine } from "../parts/day-line.tsx";
import { Rows } from "../parts/rows.tsx";
import { rowOf, useRoving } from "../parts/use-roving.ts";
import { type Place, useVirtualRows } from "../parts/use-virtual-rows.ts";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { ActivityRow } from "./activity-row.tsx";
import { type Fix, fixOf } from "./fix.ts";
import { freshOf } from "./fresh.ts";

interface Props {
  readonly state: PageState;
  readonly view: ViewSignals;
  readonly lines: readonly ActivityLine[];
}

/** What happened, under the days on which it did. */
export function ActivityList({ state, view, lines }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const now = view.now.value;
  const format = view.format.value;
  const shown = state.activity.value;
  const rows = useMemo(() => byDays(lines, keyOf, atOf, format.zone), [lines, format.zone]);
  const keys = useMemo(() => rows.map(({ key }) => key), [rows]);
  const fixes = new Map(lines.map((line) => [line.key, fixOf(line, view)]));
  const ids = lines.filter((line) => fixes.get(line.key) || openOf(line)).map(keyOf);
  const fresh = freshOf(lines, view.unseen.value);
  const roving = useRoving(list, ids);
  const virtual = useVirtualRows(list, keys, [roving.current, shown.opened]);

  // The line that was opened has the focus again.
  useLayoutEffect(() => {
    if (shown.opened !== null) rowOf(list.current, shown.opened)?.focus();
  }, []);

  const leave = (key: string) => {
    state.activity.value = { ...shown, opened: key };
  };
  async function follow(key: string, fix: Fix) {
    if (!fix.done) leave(key);
    const answer = await fix.act(state);
    if (fix.done && answer?.ok) state.say(fix.done);
  }
  /** Leads to the booking, or to the row of its class. */
  function openOf(line: ActivityLine) {
    if (line.kind !== "change") return null;
    const id = line.booking.ownerId ?? line.booking.id;
    return () => {
      leave(line.key);
      state.go({ name: "booking", id, from: state.screen.peek() });
    };
  }
  function draw(index: number, place: Place) {
    const row = rows[index];
    if (!row) return null;
    if ("date" in row)
      return (
        <DayLine
          key={row.key}
          date={row.date}
          today={dayKey(now, format.zone)}
          format={format}
          place={place}
        />
      );
    const { line, key } = row;
    return (
      <ActivityRow
        key={key}
        line={line}
        now={now}
        format={format}
        fresh={fresh.has(key)}
        fix={fixes.get(key) ?? null}
        current={key === roving.current}
        place={place}
        open={openOf(line)}
        follow={(fix) => void follow(key, fix)}
      />
    );
  }
  return (
    <ol
      class="acts"
      // biome-ignore lint/a11y/noRedundantRoles: A list without bullets is no list to VoiceOver unless it says so.
      role="list"
      aria-label={words.activity.title}
      ref={list}
      onKeyDown={roving.onKeyDown}
      onFocusIn={roving.onFocusIn}
    >
      <Rows {...virtual} keys={keys} format={format} draw={draw} />
    </ol>
  );
}

const keyOf = ({ key }: ActivityLine) => key;
const atOf = ({ at }: ActivityLine) => at;
