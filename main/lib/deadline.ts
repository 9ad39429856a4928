/** What a clock that can be set, and one that cannot, say at the same moment; milliseconds. */
export interface ClockReading {
  /** Epoch milliseconds. */
  readonly wall: number;
  /** From some start, and through sleep. */
  readonly elapsed: number;
}

/** Less than this is no setting of a clock. */
const setMs = 60_000;

/**
 * Where a deadline stands now: it moves with a wall clock that was set since `before`, so that neither ends it early nor
 * prolongs it. Of a clock that was set while nobody looked (`before` is null) only this is known: the deadline is never
 * more than `longest` away.
 */
export function deadlineNow(
  deadline: number,
  longest: number,
  before: ClockReading | null,
  now: ClockReading,
): number {
  const set = before ? now.wall - before.wall - (now.elapsed - before.elapsed) : 0;
  const moved = Math.abs(set) < setMs ? deadline : Math.round(deadline + set);
  return Math.min(moved, now.wall + longest);
}

/** A look at one deadline after the other, a minute apart: where it stands now, null once it is over or where there is none. */
export function watchDeadline(longest: number, read: () => ClockReading) {
  let last: ClockReading | null = null;
  return (deadline: number | null): number | null => {
    const now = read();
    const stands = deadline === null ? null : deadlineNow(deadline, longest, last, now);
    last = now;
    return stands !== null && stands > now.wall ? stands : null;
  };
}
