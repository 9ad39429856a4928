import type { VNode } from "preact";
import { type TimeFormat, widestTime } from "../../common/time.ts";
import type { Place, VirtualRows } from "./use-virtual-rows.ts";

interface Props extends VirtualRows {
  readonly keys: readonly string[];
  readonly format: TimeFormat;
  /** A row, under its key; null = there is none. */
  readonly draw: (index: number, place: Place) => VNode | null;
}

/** The rows of a list that are drawn, and what stands for those that are not. */
export function Rows({ rows, after, cut, keys, format, draw }: Props) {
  return (
    <>
      {rows.flatMap(({ index, before, place }) => [
        before > 0 && <Away key={`before ${keys[index]}`} height={before} />,
        draw(index, place),
      ])}
      {after > 0 && <Away height={after} />}
      {cut && <Widest time={widestTime(format)} />}
    </>
  );
}

/** Stands for rows that are not drawn, so that what scrolls is as high as all of them. */
const Away = ({ height }: { height: number }) => (
  <li class="away" aria-hidden="true" style={{ blockSize: `${height}px` }} />
);

/** Keeps the column of the times as wide as the widest of them, whichever rows are drawn. */
const Widest = ({ time }: { time: string }) => (
  <li class="widest" aria-hidden="true">
    <span class="row-time">
      <span class="row-start">{time}</span>
    </span>
  </li>
);
