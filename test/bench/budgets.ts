import { loopDelay, notifyTimes, type Setting, windowWaits } from "./application.ts";
import { type Intake, ratio } from "./intake.ts";
import type { Openings } from "./opening.ts";
import { median, percentile } from "./statistics.ts";
import { atLeastOf, atMost, atMostOf, informed, type Line, told } from "./table.ts";

/** Bookbell's receiver and the whole of Bookbell against the bare server, at each size. */
export function intakeBudgets(found: readonly Intake[], sizes: readonly number[]): Line[] {
  const most = Math.max(...sizes);
  const subjects = [
    ["receiver alone", "receiver"],
    ["all of Bookbell", "bookbell"],
  ] as const;
  return subjects.flatMap(([name, rival]) => [
    ...sizes.flatMap((stored) => {
      const [own, bare] = [
        { rival, stored },
        { rival: "bare" as const, stored },
      ];
      const at = `${name}, ${stored} stored`;
      return [
        atMostOf(`POST to durable 2xx, p50: ${at}`, ratio(found, own, bare, "p50"), 1.25, "x bare"),
        atLeastOf(`128 connections, rate: ${at}`, ratio(found, own, bare, "perSecond"), 0.85, "x bare"),
      ];
    }),
    atMostOf(
      `growth of that p50, 0 to ${most}: ${name}`,
      ratio(found, { rival, stored: most }, { rival, stored: 0 }, "p50"),
      1.2,
      "x",
    ),
  ]);
}

/** The whole of Bookbell with three rules on, against itself without any. */
export function rulesBudgets(found: readonly Intake[], sizes: readonly number[]): Line[] {
  return sizes.map((stored) => {
    const measured = ratio(found, { rival: "ruled", stored }, { rival: "bookbell", stored }, "p50");
    const budget = `POST to durable 2xx, p50: three rules on, ${stored} stored`;
    return atMostOf(budget, measured, 1.1, "x without rules");
  });
}

/** The window of a day with more bookings than anybody has, beside an ordinary one's. */
export function longDayBudgets(day: string, found: Openings, usual: Openings, bar: number): Line[] {
  const ratio = median(found.rebuilt) / median(usual.rebuilt);
  return [
    atMost(`the same ${day}: kept`, percentile(found.kept, 0.95), 100, " ms"),
    atMost(`the same ${day}: rebuilt, median`, ratio, bar, "x an ordinary day"),
    informed(`the same ${day}: rebuilt`, percentile(found.rebuilt, 0.95), " ms"),
  ];
}

/** Main's event loop while webhooks arrive, the median of rounds. */
export async function loopBudgets(setting: Setting, rounds: number): Promise<Line[]> {
  const found = await inTurn(rounds, () => loopDelay(setting));
  const during = `while ${setting.webhooks} webhooks arrive, ${setting.connections} connections`;
  return [
    atMost(`event loop delay, p99: ${during}`, median(found.map(({ p99 }) => p99)), 20, " ms"),
    atMost(`event loop delay, max: ${during}`, median(found.map(({ max }) => max)), 100, " ms"),
  ];
}

export async function notifyBudget(setting: Setting): Promise<Line> {
  const times = await notifyTimes(setting);
  return atMost("POST to notification daemon, p95", percentile(times, 0.95), 150, " ms");
}

/** `slow` is the environment of a slow disk, if there is one. */
export async function windowBudget(setting: Setting, slow: object | null, rounds: number): Promise<Line> {
  const budget = `window to main and back, p99: while ${setting.webhooks} webhooks arrive, ${setting.connections} connections, +5 ms a sync`;
  if (!slow) return told(budget, "needs gcc");
  const found = await inTurn(rounds, () => windowWaits({ ...setting, env: { ...setting.env, ...slow } }));
  return atMost(budget, median(found.map((waits) => percentile(waits, 0.99))), 25, " ms");
}

async function inTurn<T>(rounds: number, measure: () => Promise<T>): Promise<T[]> {
  const found: T[] = [];
  for (let round = 0; round < rounds; round++) found.push(await measure());
  return found;
}
