import type { DestinationKind } from "../../common/destinations.ts";
import type { StoppedReason } from "./destination.ts";
import { afterEndMs } from "./rules.ts";

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** After the last, each is as long. */
const steps = [5 * second, 30 * second, 2 * minute, 10 * minute, 30 * minute, hour, 3 * hour] as const;
const spread = 0.2;
const mostAsked = hour;

/**
 * How long to leave a destination alone after so many failures in a row, one at least: to be counted while the computer is
 * awake and online. What its answer asks for counts instead, up to an hour. `random` gives 0 to 1.
 */
export function waitMs(failures: number, askedMs: number | null, random: () => number): number {
  if (askedMs !== null) return Math.min(askedMs, mostAsked);
  const step = steps[Math.min(failures, steps.length) - 1] ?? steps[0];
  return Math.round(step * (1 - spread + 2 * spread * random()));
}

const stopAfterDays = 5;
/** As many as half a day awake makes, so that a week of sleep between two tries is no week of failures. */
const fewestFailures = 10;

/** Why a destination is stopped that has taken nothing for so long, as often as it was tried; null as long as it is not. */
export function longSilence(
  host: string,
  failures: number,
  failingSince: number,
  now: number,
): StoppedReason | null {
  if (failures < fewestFailures || now - failingSince < stopAfterDays * day) return null;
  return { code: "destination-long-silent", args: { host, days: stopAfterDays } };
}

/** A message is given up once it was turned down so often. */
const mostRefusals = 3;
export const isGivenUp = (refusals: number): boolean => refusals >= mostRefusals;

/** What one message's age is counted by, epoch milliseconds. */
export interface Lifetime {
  readonly kind: DestinationKind;
  readonly owedAt: number;
  /** When the booking is over; see endOf. */
  readonly endsAt: number | null;
  /** Whether it was tried since the computer woke last, or Bookbell started. */
  readonly triedAwake: boolean;
}

const lifeMs = 72 * hour;
const longestLifeMs = 7 * day;

/** When a message is of no more use: people have seen for themselves how a booking went, a program wants it still. */
export function usefulUntil({ kind, owedAt, endsAt }: Lifetime): number {
  const full = owedAt + lifeMs;
  return kind === "url" || endsAt === null ? full : Math.min(full, endsAt + afterEndMs);
}

/** Whether it is not tried any more: what a weekend's sleep made late is tried once all the same. */
export function isTooLate(life: Lifetime, now: number): boolean {
  if (now >= life.owedAt + longestLifeMs) return true;
  return life.triedAwake && now >= usefulUntil(life);
}
