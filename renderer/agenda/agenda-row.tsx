import { useMemo } from "preact/hooks";
import type { AgendaItem } from "../../common/agenda.ts";
import { useSame } from "../parts/use-same.ts";
import { useStable } from "../parts/use-stable.ts";
import type { Place } from "../parts/use-virtual-rows.ts";
import { lastTick } from "../text/last-tick.ts";
import { CallContent } from "./call-content.tsx";
import { FullContent } from "./full-content.tsx";
import { isJoinableSoon } from "./joinable.ts";
import { type RowProps, RowShell } from "./row-shell.tsx";
import { runningOf } from "./running.ts";
import { ThinContent } from "./thin-content.tsx";
import type { Asking } from "./use-acts.ts";

interface ContentProps extends RowProps {
  readonly asking: Asking;
  /** Says how long it is until it begins. */
  readonly counted: boolean;
  /** There is time for what is only seen under the pointer or with the focus. */
  readonly settled: boolean;
  /** J joins it. */
  readonly keyed: boolean;
}

interface Props extends ContentProps {
  readonly place: Place;
  readonly revealed: boolean;
}

/**
 * One place for each booking: what is on is its own row, grown; what is off or over, a line. While bookings pour in, all
 * rows get other places, and few another content: only those have theirs drawn anew.
 */
export function AgendaRow({ place, revealed, ...props }: Props) {
  const item = useSame(props.item);
  const now = lastTick(item.booking, props.now);
  const row = { ...props, item, now, open: useStable(props.open) };
  const content = useMemo(() => <Content {...row} />, Object.values(row));
  return (
    <RowShell {...row} place={place} revealed={revealed} kind={kindOf(item, now)}>
      {content}
    </RowShell>
  );
}

function Content({ asking, counted, settled, keyed, ...row }: ContentProps) {
  const { item, now } = row;
  if (isThin(item)) return <ThinContent {...row} />;
  const span = runningOf(item, now);
  return span ? (
    <CallContent {...row} asking={asking} span={span} keyed={keyed} />
  ) : (
    <FullContent {...row} asking={asking} counted={counted} settled={settled} />
  );
}

function kindOf(item: AgendaItem, now: number): string {
  if (isThin(item)) return item.off ? "thin row-off" : "thin row-over";
  if (runningOf(item, now)) return "call";
  return isJoinableSoon(item, now) ? "full row-soon" : "full";
}

const isThin = ({ off, phase }: AgendaItem) => off || phase === "over";
