import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { coalesce } from "../../../main/lib/coalesce.ts";
import { createDisposers } from "../../../main/lib/disposers.ts";
import { everyMinute } from "../../../main/lib/minutes.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("disposers", () => {
  test("end once, the newest first, and a failing one stops none", async () => {
    const ended: string[] = [];
    const parts = createDisposers(1_000, () => ended.push("failed"));
    parts.add(() => void ended.push("a"));
    parts.add(() => Promise.reject(new Error("no")));
    parts.add(async () => void ended.push("c"));
    await Promise.all([parts.end(), parts.end()]);
    expect(ended).toEqual(["c", "failed", "a"]);
  });

  test("one that hangs is left behind at the limit", async () => {
    const parts = createDisposers(1_000, () => {});
    parts.add(() => new Promise(() => {}));
    const end = parts.end();
    await vi.advanceTimersByTimeAsync(1_000);
    await expect(end).resolves.toBeUndefined();
  });
});

test("ticks at the turn of each minute until stopped", async () => {
  vi.setSystemTime(Date.parse("2026-11-23T12:00:45.500Z"));
  const ticks: string[] = [];
  const stop = everyMinute(Date.now, () => ticks.push(new Date(Date.now()).toISOString().slice(11, 23)));
  await vi.advanceTimersByTimeAsync(80_000);
  expect(ticks).toEqual(["12:01:00.000", "12:02:00.000"]);
  stop();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(ticks).toHaveLength(2);
});

describe("coalesce", () => {
  test("calls made during a run share one further run", async () => {
    let runs = 0;
    const job = coalesce(
      async () => {
        runs += 1;
        await Promise.resolve();
      },
      (fault) => expect.fail(String(fault)),
    );
    await Promise.all([job(), job(), job()]);
    expect(runs).toBeLessThanOrEqual(2);
    await job();
    expect(runs).toBeGreaterThanOrEqual(2);
  });

  test("a call settles with the run that covers it, also when calls never end", async () => {
    let runs = 0;
    const job = coalesce(
      async () => {
        runs += 1;
        if (runs < 1_000) void job();
      },
      (fault) => expect.fail(String(fault)),
    );
    await job();
    expect(runs).toBeLessThan(5);
  });

  test("a fault is reported, and the next call runs again", async () => {
    const faults: unknown[] = [];
    let runs = 0;
    const job = coalesce(
      () => {
        runs += 1;
        throw new Error("no");
      },
      (error) => faults.push(error),
    );
    await job();
    await job();
    expect([runs, faults.length]).toEqual([2, 2]);
  });
});
