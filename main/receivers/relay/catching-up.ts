/** A message or two are no absence: the probes that were sent meanwhile wait as well. */
const mostAtHand = 3;
const quietMs = 5_000;

/** Fetching what waited at the relay. Times are epoch milliseconds. */
export interface CatchingUp {
  /** So many wait still. */
  readonly left: number;
  /** When the last one was kept, or when it began. */
  readonly at: number;
}

/** What so many waiting messages begin, when Bookbell has just connected; null = nothing worth a word. */
export const beginCatchingUp = (waiting: number, at: number): CatchingUp | null =>
  waiting > mostAtHand ? { left: waiting, at } : null;

/** After one more was kept, behind which so many wait; null = that was the last. */
export const afterKept = (left: number, at: number): CatchingUp | null => (left > 0 ? { left, at } : null);

/** In how many milliseconds to look whether it has come to a halt: then it is over, for whoever waits for that. */
export const haltsIn = ({ at }: CatchingUp, now: number): number => Math.max(0, quietMs - (now - at));
