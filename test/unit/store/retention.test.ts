import { expect, test } from "vitest";
import type { Keep } from "../../../main/bookings/retention-rule.ts";
import { createRetention } from "../../../main/store/retention.ts";
import { deferred } from "../../support/deferred.ts";

const keep: Keep = { keepDeliveriesDays: 30, keepBookingsDays: 365 };
const nothingToTidy = async () => false;

test("slice after slice is removed, by the clock of each, until there is no more; then it is tidied as well", async () => {
  const asked: number[] = [];
  let clock = 0;
  let tidied = 0;
  const run = createRetention({
    async prune(kept, at) {
      expect(kept).toBe(keep);
      asked.push(at);
      return asked.length < 3;
    },
    async tidy() {
      expect(asked).toHaveLength(3);
      return ++tidied < 2;
    },
    keep: () => keep,
    now: () => ++clock,
    onFault: (error) => expect.fail(String(error)),
  });
  await run();
  expect([asked, tidied]).toEqual([[1, 2, 3], 2]);
});

test("calls that come meanwhile share one further run, by what is wanted then", async () => {
  const first = deferred<boolean>();
  const days: number[] = [];
  let wanted: Keep = keep;
  const run = createRetention({
    prune(kept) {
      days.push(kept.keepDeliveriesDays);
      return days.length === 1 ? first.promise : Promise.resolve(false);
    },
    tidy: nothingToTidy,
    keep: () => wanted,
    now: () => 0,
    onFault: (error) => expect.fail(String(error)),
  });
  const under = run();
  await expect.poll(() => days).toEqual([30]);
  const others = [run(), run()];
  wanted = { ...keep, keepDeliveriesDays: 90 };
  first.resolve(false);
  await Promise.all([under, ...others]);
  expect(days).toEqual([30, 90]);
});

test("a store that fails is told of, and the next run tries again", async () => {
  const faults: unknown[] = [];
  let fails = true;
  const run = createRetention({
    async prune() {
      if (fails) throw new Error("disk full");
      return false;
    },
    tidy: nothingToTidy,
    keep: () => keep,
    now: () => 0,
    onFault: (error) => faults.push(error),
  });
  await run();
  fails = false;
  await run();
  expect(faults).toEqual([new Error("disk full")]);
});
