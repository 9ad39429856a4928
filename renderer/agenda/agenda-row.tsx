import { CallRow } from "./call-row.tsx";
import { FullRow } from "./full-row.tsx";
import type { RowProps } from "./row-shell.tsx";
import { runningOf } from "./running.ts";
import { ThinRow } from "./thin-row.tsx";
import type { Asking } from "./use-acts.ts";

interface Props extends RowProps {
  readonly asking: Asking;
  /** Says how long it is until it begins. */
  readonly counted: boolean;
  /** There is time for what is only seen under the pointer or with the focus. */
  readonly settled: boolean;
  /** J joins it. */
  readonly keyed: boolean;
}

/** One place for each booking: what is on is its own row, grown; what is off or over, a line. */
export function AgendaRow({ asking, counted, settled, keyed, ...row }: Props) {
  const { item, now } = row;
  if (item.off || item.phase === "over") return <ThinRow {...row} />;
  const span = runningOf(item, now);
  return span ? (
    <CallRow {...row} asking={asking} span={span} keyed={keyed} />
  ) : (
    <FullRow {...row} asking={asking} counted={counted} settled={settled} />
  );
}
