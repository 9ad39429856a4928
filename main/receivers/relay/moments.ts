/** Beyond that a relay's clock is wrong, and no difference of two good ones. */
const mostAheadMs = 5 * 60_000;

/** When a message came to the relay, as far as that is known; epoch milliseconds. */
export interface Moments {
  readonly receivedAt: number;
  /** The relay's clock is ahead of this computer's by more than two good ones ever differ. */
  readonly clockAhead: boolean;
}

/** Reads the relay's word on that. Nothing came there after it arrived here, at `arrivedAt`. */
export function momentsOf(told: string, arrivedAt: number): Moments {
  const at = /^\d{1,15}$/.test(told) ? Number(told) : arrivedAt;
  return { receivedAt: Math.min(at, arrivedAt), clockAhead: at - arrivedAt > mostAheadMs };
}
