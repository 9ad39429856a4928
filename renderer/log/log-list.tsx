import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { DeliveryLine } from "../../common/delivery.ts";
import { dayKey, type TimeFormat } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { byDays } from "../parts/by-days.ts";
import { DayLine } from "../parts/day-line.tsx";
import { Rows } from "../parts/rows.tsx";
import { rowOf, useRoving } from "../parts/use-roving.ts";
import { type Place, useVirtualRows } from "../parts/use-virtual-rows.ts";
import type { Line } from "../state/screen.ts";
import { LogLine } from "./log-line.tsx";

interface Props {
  readonly lines: readonly DeliveryLine[];
  /** The line to come back to. */
  readonly back: Line | null;
  readonly now: number;
  readonly format: TimeFormat;
  readonly open: (line: Line) => void;
}

export function LogList({ lines, back, now, format, open }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const newest = useRef(lines[0]?.seq ?? 0);
  const ids = useMemo(() => lines.map(seqOf), [lines]);
  const listed = useMemo(() => byDays(lines, seqOf, atOf, format.zone), [lines, format.zone]);
  const keys = useMemo(() => listed.map(({ key }) => key), [listed]);
  const [opened] = useState(() => back && String(lines.find((line) => line.seq <= back.seq)?.seq));
  const roving = useRoving(list, ids);
  const rows = useVirtualRows(list, keys, [roving.current, opened]);

  // The line that was opened stands where it stood and has the focus; if it is gone, the one after it.
  useLayoutEffect(() => {
    if (!back) return;
    const row = rowOf(list.current, opened ?? undefined);
    row?.closest(".content")?.scrollBy(0, row.getBoundingClientRect().top - back.top);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "nearest" });
  }, []);

  // At the very top nothing holds the view: a line with the focus must not be pushed out of sight.
  useLayoutEffect(() => {
    const focused = document.activeElement;
    if (list.current?.contains(focused)) focused?.scrollIntoView({ block: "nearest" });
  }, [lines]);

  function draw(index: number, place: Place) {
    const row = listed[index];
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
    const { line } = row;
    return (
      <LogLine
        key={line.seq}
        line={line}
        format={format}
        current={String(line.seq) === roving.current}
        fresh={line.seq > newest.current}
        place={place}
        open={(row) => {
          const { top } = row.getBoundingClientRect();
          open({ seq: line.seq, top });
        }}
      />
    );
  }

  return (
    <ol
      class="log-list"
      // biome-ignore lint/a11y/noRedundantRoles: A list without bullets is no list to VoiceOver unless it says so.
      role="list"
      aria-label={words.log.title}
      ref={list}
      onKeyDown={roving.onKeyDown}
      onFocusIn={roving.onFocusIn}
    >
      <Rows {...rows} keys={keys} format={format} draw={draw} />
    </ol>
  );
}

const seqOf = ({ seq }: DeliveryLine) => String(seq);
const atOf = ({ receivedAt }: DeliveryLine) => receivedAt;
