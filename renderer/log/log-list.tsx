import { useLayoutEffect, useRef } from "preact/hooks";
import type { DeliveryLine } from "../../common/delivery.ts";
import type { TimeFormat } from "../../common/time.ts";
import { rowOf, useRoving } from "../parts/use-roving.ts";
import type { PageState } from "../state/create-state.ts";
import type { Line } from "../state/screen.ts";
import { words } from "../words.ts";
import { LogLine } from "./log-line.tsx";

interface Props {
  readonly state: PageState;
  readonly lines: readonly DeliveryLine[];
  /** The line to come back to. */
  readonly back: Line | null;
  readonly now: number;
  readonly format: TimeFormat;
}

export function LogList({ state, lines, back, now, format }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const newest = useRef(lines[0]?.seq ?? 0);
  const roving = useRoving(
    list,
    lines.map((line) => String(line.seq)),
  );

  // The line that was opened stands where it stood and has the focus; if it is gone, the one after it.
  useLayoutEffect(() => {
    if (!back) return;
    const row = rowOf(
      list.current,
      lines.findIndex((line) => line.seq <= back.seq),
    );
    row?.closest(".content")?.scrollBy(0, row.getBoundingClientRect().top - back.top);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "nearest" });
  }, []);

  // At the very top nothing holds the view: a line with the focus must not be pushed out of sight.
  useLayoutEffect(() => {
    const focused = document.activeElement;
    if (list.current?.contains(focused)) focused?.scrollIntoView({ block: "nearest" });
  }, [lines]);

  return (
    <ol
      class="agenda"
      // biome-ignore lint/a11y/noRedundantRoles: A list without bullets is no list to VoiceOver unless it says so.
      role="list"
      aria-label={words.log.title}
      ref={list}
      onKeyDown={roving.onKeyDown}
      onFocusIn={roving.onFocusIn}
    >
      {lines.map((line) => (
        <LogLine
          key={line.seq}
          line={line}
          now={now}
          format={format}
          current={String(line.seq) === roving.current}
          fresh={line.seq > newest.current}
          open={(row) => {
            const { top } = row.getBoundingClientRect();
            state.screen.value = { name: "delivery", line: { seq: line.seq, top } };
          }}
        />
      ))}
    </ol>
  );
}
