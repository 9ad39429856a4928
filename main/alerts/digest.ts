/** More alerts than this within that time become one digest. */
const mostApart = 3;
const withinMs = 10_000;
/** A digest that has counted so much is over, also when bookings go on pouring in. */
const longestMs = 60_000;
const mostCounted = 200;

/** What was told lately, and what the digest on the screen counts. */
export interface DigestState<Alert> {
  /** When the alerts of the last ten seconds were told, epoch milliseconds. */
  readonly times: readonly number[];
  /** All that the digest on the screen counts; empty when the last burst is over. */
  readonly digest: readonly Alert[];
  /** When that digest began, epoch milliseconds. */
  readonly since: number;
}

export const noDigest: DigestState<never> = { times: [], digest: [], since: 0 };

/**
 * How alerts are told: each by itself, or in a digest that takes the place of the last one and, while the burst lasts,
 * counts on from it; after a minute or two hundred it counts anew.
 */
export function nextDigest<Alert>(
  before: DigestState<Alert>,
  alerts: readonly Alert[],
  now: number,
): DigestState<Alert> {
  const recent = before.times.filter((at) => at > now - withinMs && at <= now);
  const times = [...recent, ...alerts.map(() => now)];
  const counted = before.digest.length;
  if (recent.length > 0 && counted > 0 && counted < mostCounted && now - before.since < longestMs)
    return { times, digest: [...before.digest, ...alerts], since: before.since };
  return { times, digest: times.length > mostApart ? alerts : [], since: now };
}
