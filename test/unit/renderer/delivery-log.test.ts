import { expect, test } from "vitest";
import type { DeliveryLine } from "../../../common/delivery.ts";
import { createDeliveryLog } from "../../../renderer/state/delivery-log.ts";
import { deferred } from "../../support/deferred.ts";

const pageLength = 3;
const line = (seq: number) => ({ seq, verdict: "first" }) as DeliveryLine;
const silent = { ok: false, error: { code: "page-silent" } } as const;

/** A log of so many deliveries behind a bridge that gives them in pages of three, and may be slow, or fail. */
function aLog(count: number) {
  const main = { count, fails: false, asked: 0, gate: Promise.resolve() };
  const log = createDeliveryLog({
    async list({ before }) {
      main.asked += 1;
      const newest = Math.min(main.count, (before ?? Number.POSITIVE_INFINITY) - 1);
      const lines = Array.from({ length: newest }, (_, i) => line(newest - i)).slice(0, pageLength);
      const answer = { ok: true, value: { lines, more: newest > pageLength } } as const;
      await main.gate;
      return main.fails ? silent : answer;
    },
  });
  return { main, log, seqs: () => log.lines.value?.map(({ seq }) => seq) ?? null };
}

test("nothing is there before the first page, which an empty log has, too", async () => {
  const { log, seqs } = aLog(0);
  expect([seqs(), log.more.value]).toEqual([null, false]);
  await log.start();
  expect([seqs(), log.more.value, await log.older()]).toEqual([[], false, 0]);
});

test("older pages are added until there are no more", async () => {
  const { log, seqs } = aLog(7);
  await log.start();
  expect([seqs(), log.more.value]).toEqual([[7, 6, 5], true]);
  expect([await log.older(), log.more.value]).toEqual([3, true]);
  expect([await log.older(), log.more.value]).toEqual([1, false]);
  expect(seqs()).toEqual([7, 6, 5, 4, 3, 2, 1]);
});

test("what is new comes on top of the older pages, each line once, however much it is", async () => {
  const { log, main, seqs } = aLog(5);
  await log.start();
  await log.older();
  main.count = 13;
  await log.refresh();
  expect(seqs()).toEqual([13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  expect(log.more.value).toBe(false);
});

test("beyond the lines that are shown, a refresh asks for no older ones", async () => {
  const { log, main, seqs } = aLog(9);
  await log.start();
  main.asked = 0;
  await log.refresh();
  expect([main.asked, seqs()]).toEqual([1, [9, 8, 7]]);
});

test("lines that are gone are shown no more", async () => {
  const { log, main, seqs } = aLog(5);
  await log.start();
  await log.older();
  main.count = 0;
  await log.refresh();
  expect([seqs(), log.more.value]).toEqual([[], false]);
});

test("what cannot be had is said, with which, and what is shown stays until it can", async () => {
  const { log, main, seqs } = aLog(5);
  await log.start();
  main.fails = true;
  expect(await log.older()).toBe(0);
  expect(log.problem.value).toEqual({ of: "older", why: silent.error });
  await log.refresh();
  expect(log.problem.value?.of).toBe("newest");
  expect(seqs()).toEqual([5, 4, 3]);
  main.fails = false;
  await log.refresh();
  expect(log.problem.value).toBeNull();
});

test("any number of refreshes while one is under way make one more", async () => {
  const { log, main } = aLog(2);
  await log.start();
  const gate = deferred();
  main.gate = gate.promise;
  main.asked = 0;
  const all = [log.refresh(), log.refresh(), log.refresh()];
  gate.resolve();
  await Promise.all(all);
  expect(main.asked).toBe(2);
});

test("an answer to what was asked before a start is shown no more", async () => {
  const { log, main, seqs } = aLog(5);
  await log.start();
  const gate = deferred();
  main.gate = gate.promise;
  const older = log.older();
  const start = log.start();
  expect([seqs(), log.more.value]).toEqual([null, false]);
  main.fails = true;
  gate.resolve();
  expect(await older).toBe(0);
  await start;
  expect([seqs(), log.problem.value?.of]).toEqual([null, "newest"]);
});
