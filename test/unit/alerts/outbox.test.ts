import { describe, expect, test } from "vitest";
import { deferred } from "../../support/deferred.ts";
import { alert, anOutbox } from "../../support/outbox.ts";

test("each alert is told once, in order, however often it is woken", async () => {
  const { wake, told, settled } = anOutbox();
  await Promise.all([wake(), wake(), wake()]);
  await wake();
  expect(told).toEqual([1, 2]);
  expect(settled).toEqual(["1 shown 7", "2 shown 7"]);
});

test("what becomes owed while another is told is told after it", async () => {
  const outbox = anOutbox({
    async answer() {
      if (outbox.told.length === 1) {
        outbox.owed.push(alert(3));
        void outbox.wake();
      }
      return "shown";
    },
  });
  await outbox.wake();
  await outbox.wake();
  expect(outbox.settled).toHaveLength(3);
});

test("the alert that a crash cut off right after the telling is not told again, the others are", async () => {
  const outbox = anOutbox({
    async answer() {
      // Noted only when it is on the screen: else a crash in between would lose it.
      expect(outbox.noted).toEqual([]);
      return "shown";
    },
    last: [1],
  });
  await outbox.wake();
  expect(outbox.noted).toEqual([[1, 2]]);
  expect(outbox.told).toEqual([2]);
  expect(outbox.settled).toEqual(["1 shown 7", "2 shown 7"]);
});

test("what nobody is told is settled together, without a sound", async () => {
  const outbox = anOutbox();
  const change = { kind: "details", from: null, to: null } as const;
  outbox.owed.push(alert(3, { change }), alert(4, { change }));
  await outbox.wake();
  expect(outbox.settled).toEqual(["3 quiet 7", "4 quiet 7", "1 shown 7", "2 shown 7"]);
});

describe("a burst", () => {
  test("of more than three in ten seconds becomes one digest, which counts on until they stop coming", async () => {
    const { wake, owed, box, digests, told } = anOutbox();
    await wake();
    owed.push(alert(3), alert(4));
    await wake();
    box.now += 9_000;
    owed.push(alert(5));
    await wake();
    expect(digests).toEqual([
      [3, 4],
      [3, 4, 5],
    ]);
    box.now += 10_000;
    owed.push(alert(6));
    await wake();
    expect(told).toEqual([1, 2, 6]);
    expect(owed).toEqual([]);
  });

  test("that waited for a start is told at once, in one digest", async () => {
    const { wake, owed, digests } = anOutbox();
    owed.push(alert(3), alert(4));
    await wake();
    expect(digests).toEqual([[1, 2, 3, 4]]);
  });

  test("that does not end is counted anew after a minute, or two hundred", async () => {
    const { wake, owed, box, digests, told } = anOutbox();
    const each = async (count: number, ms: number) => {
      for (let i = 0; i < count; i++) {
        box.now += ms;
        owed.push(alert(1_000 + digests.length));
        await wake();
      }
    };
    owed.push(alert(3), alert(4));
    await wake();
    await each(14, 5_000);
    expect(digests.map((one) => one.length)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
    // One in five seconds is no burst.
    expect(told).toHaveLength(3);
    await each(1_000, 1);
    expect(Math.max(...digests.map((one) => one.length))).toBe(200);
  });
});

test("what need not be told is marked, and what comes within a moment is marked with it", async () => {
  const quietly = { change: { kind: "details", from: null, to: null } } as const;
  const { wake, owed, settled, told, box } = anOutbox({ owed: [alert(1, quietly)] });
  const pauses = [deferred(), deferred()];
  const waited: number[] = [];
  box.pause = async (ms) => {
    waited.push(ms);
    await pauses[waited.length - 1]?.promise;
  };
  void wake();
  await expect.poll(() => waited).toEqual([50]);
  for (const seq of [2, 3, 4]) {
    owed.push(alert(seq, quietly));
    void wake();
  }
  expect([settled, box.asked]).toEqual([["1 quiet 7"], 1]);
  pauses[0]?.resolve();
  await expect.poll(() => waited).toEqual([50, 150]);
  expect([settled.slice(1), box.asked]).toEqual([["2 quiet 7", "3 quiet 7", "4 quiet 7"], 2]);
  pauses[1]?.resolve();
  owed.push(alert(5));
  await wake();
  expect([told, waited]).toEqual([[5], [50, 150]]);
});

describe("the first half of a reschedule", () => {
  const half = alert(3, { at: 7, change: { kind: "moved", from: null, to: null } });

  test("waits for the other, which takes its place, while all else is told at once", async () => {
    const { wake, owed, told, paused, box } = anOutbox();
    owed.push(half);
    await wake();
    expect([told, paused]).toEqual([[1, 2], [2_000]]);
    box.now += 1_500;
    await wake();
    expect([told, paused]).toEqual([[1, 2], [2_000]]);
  });

  test("is told after two seconds when no other has come", async () => {
    const { wake, owed, told, box } = anOutbox();
    owed.push(half);
    await wake();
    box.now += 2_000;
    box.later();
    await expect.poll(() => told).toEqual([1, 2, 3]);
  });

  test("waits no longer because Bookbell was started again, or the clock was set back", async () => {
    const { wake, owed, box, paused } = anOutbox();
    owed.push(half);
    box.now += 9_000;
    await wake();
    owed.push({ ...half, seq: 4, at: box.now + 60_000 });
    await wake();
    expect([owed, paused]).toEqual([[], []]);
  });
});
