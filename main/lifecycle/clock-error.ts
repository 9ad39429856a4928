/** One webhook: when it came, epoch milliseconds of this computer's clock, and how long after Timekit's `updated_at`. */
export interface Arrival {
  readonly receivedAt: number;
  readonly lateBy: number;
}

export interface ClockEvidence {
  readonly now: number;
  /** How far this computer is ahead of Timekit by its answers, milliseconds; null = it was not asked. */
  readonly byAnswers: number | null;
  /** The latest webhooks, newest first. */
  readonly arrivals: readonly Arrival[];
}

const minute = 60_000;
/** Less makes no reminder wrong by what anybody notices. */
const tolerated = 5 * minute;
/** What is older says nothing of a clock that may have been set since. */
const fresh = 60 * minute;
/** Webhooks that are late by chance are not all late by the same. */
const late = { least: 30 * minute, spread: 2 * minute, count: 3 };

/**
 * How far this computer's clock is ahead, milliseconds, negative when it is behind; null while it is right or nothing
 * is known. Timekit's answers tell it to the second. Without them a webhook of a change that is still to come proves a
 * clock that is behind; one that is ahead shows only where several in a row seem late by the same.
 */
export function clockError({ now, byAnswers, arrivals }: ClockEvidence): number | null {
  if (byAnswers !== null) return Math.abs(byAnswers) < tolerated ? null : byAnswers;
  const known = arrivals.filter(({ receivedAt }) => receivedAt <= now && now - receivedAt < fresh);
  const [newest] = known;
  if (newest && newest.lateBy <= -tolerated) return newest.lateBy;
  const lateBy = known.slice(0, late.count).map((one) => one.lateBy);
  const changedAt = new Set(known.slice(0, late.count).map((one) => one.receivedAt - one.lateBy));
  const [least, most] = [Math.min(...lateBy), Math.max(...lateBy)];
  const alike = changedAt.size === late.count && least >= late.least && most - least <= late.spread;
  return alike ? least : null;
}
