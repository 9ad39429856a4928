/** More alerts than this within that time become one digest. */
const mostApart = 3;
const withinMs = 10_000;

/** What was told lately. */
export interface Burst<Alert> {
  /** When the alerts of the last ten seconds were told, epoch milliseconds. */
  readonly times: readonly number[];
  /** All that the digest on the screen counts; empty when the last burst is over. */
  readonly digest: readonly Alert[];
}

export const calm: Burst<never> = { times: [], digest: [] };

/** How alerts are told: each by itself, or in a digest that takes the place of the last one and counts on from it. */
export function burstOf<Alert>(before: Burst<Alert>, alerts: readonly Alert[], now: number): Burst<Alert> {
  const recent = before.times.filter((at) => at > now - withinMs && at <= now);
  const times = [...recent, ...alerts.map(() => now)];
  if (recent.length > 0 && before.digest.length > 0) return { times, digest: [...before.digest, ...alerts] };
  return { times, digest: times.length > mostApart ? alerts : [] };
}
