/** Stands for the rows of a long list that are not drawn, so that what scrolls is as high as all of them. */
export const Away = ({ height }: { height: number }) => (
  <li class="away" aria-hidden="true" style={{ blockSize: `${height}px` }} />
);

/** Keeps the column of the times as wide as the widest of them, whichever rows are drawn. */
export const Widest = ({ time }: { time: string }) => (
  <li class="widest" aria-hidden="true">
    <span class="row-time">
      <span class="row-start">{time}</span>
    </span>
  </li>
);
