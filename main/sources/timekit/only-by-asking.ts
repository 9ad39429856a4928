import type { Gap } from "../../../common/tunnel.ts";

/** When webhooks could arrive; epoch milliseconds on the computer's clock. */
export interface Listening {
  /** Since when the public address has led here without a break; null = it does not now. */
  readonly receivingSince: number | null;
  /** When webhooks were last registered from here; null = not in this run. */
  readonly registeredAt: number | null;
  readonly gaps: readonly Gap[];
  readonly now: number;
}

/** For Timekit's tries again, for clocks that differ, and for a gap that is noticed late. */
const margin = 2 * 60_000;

/**
 * Whether a webhook for a change at `changedAt` should have come by now, so that a change first heard of by asking
 * means that Timekit posts none. In doubt it does not: a change near a gap, or of just now, is in doubt.
 */
export function shouldHaveCome(
  changedAt: number,
  { receivingSince, registeredAt, gaps, now }: Listening,
): boolean {
  if (receivingSince === null) return false;
  if (changedAt < Math.max(receivingSince, registeredAt ?? 0) + margin || changedAt > now - margin)
    return false;
  return !gaps.some(({ from, to }) => from - margin <= changedAt && changedAt <= (to ?? now) + margin);
}
