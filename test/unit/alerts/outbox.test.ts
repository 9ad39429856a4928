import { describe, expect, test } from "vitest";
import type { Told } from "../../../main/alerts/notifiers/notifier.ts";
import { createOutbox } from "../../../main/alerts/outbox.ts";
import type { OwedAlert } from "../../../main/store/tables/alerts.ts";
import { aBooking } from "../../support/bookings.ts";
import { deferred } from "../../support/deferred.ts";

const alert = (seq: number, changes: Partial<OwedAlert> = {}): OwedAlert => ({
  seq,
  at: 0,
  tried: false,
  change: { kind: "new", from: null, to: null },
  booking: aBooking(),
  ...changes,
});

/** An outbox with two alerts owed, over a store and a marker that can be broken; `answer` is what the system says. */
function anOutbox({ answer = async (): Promise<Told> => "shown", last = [] as readonly number[] } = {}) {
  const owed = [alert(1), alert(2)];
  const told: number[] = [];
  const noted: (readonly number[])[] = [];
  const digests: (readonly number[])[] = [];
  const settled: string[] = [];
  const tried: number[] = [];
  const waiting: number[] = [];
  const faults: unknown[] = [];
  const paused: number[] = [];
  const box = { now: 7, answer, locked: false, markerBroken: false, later: () => {} };
  const wake = createOutbox({
    owed: async () => [...owed],
    async resolve(list) {
      if (box.locked) throw new Error("locked");
      for (const { seq, outcome, at } of list) {
        const place = owed.findIndex((one) => one.seq === seq);
        if (place < 0) continue;
        owed.splice(place, 1);
        settled.push(`${seq} ${outcome} ${at}`);
      }
    },
    tried: async (seqs) => void tried.push(...seqs),
    decide: ({ change }) => (change.kind === "details" ? "quiet" : "show"),
    async show({ seq }) {
      const came = await box.answer();
      if (came !== "held") told.push(seq);
      return came;
    },
    async showDigest(alerts) {
      const came = await box.answer();
      if (came !== "held") digests.push(alerts.map(({ seq }) => seq));
      return came;
    },
    onWaiting: (count) => void waiting.push(count),
    pause: async () => {},
    later: (ms) =>
      new Promise<void>((resolve) => {
        paused.push(ms);
        box.later = resolve;
      }),
    marker: {
      last: () => new Set(last),
      told(seqs) {
        if (box.markerBroken) throw new Error("no marker");
        noted.push([...seqs]);
      },
    },
    now: () => box.now,
    onFault: (error) => faults.push(error),
  });
  return { box, owed, told, noted, digests, settled, tried, waiting, faults, paused, wake };
}

/** What a system says that took an alert and then hung. */
function hung() {
  const { promise, resolve } = deferred<boolean>();
  return { late: { shown: promise } as Told, settle: resolve };
}

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

describe("when the system cannot show", () => {
  test("what failed stays owed, is told once it can, and is counted meanwhile; the others are tried, too", async () => {
    const { wake, box, told, settled, tried, waiting } = anOutbox({ answer: async () => "failed" });
    await wake();
    expect([told, settled, tried, waiting]).toEqual([[1, 2], [], [1, 2], [2]]);
    box.answer = async () => "shown";
    await wake();
    expect([settled, waiting]).toEqual([
      ["1 shown 7", "2 shown 7"],
      [2, 0],
    ]);
  });

  test("one that throws holds up no other", async () => {
    let first = true;
    const { wake, settled, faults } = anOutbox({
      async answer() {
        if (!first) return "shown";
        first = false;
        throw new Error("no");
      },
    });
    await wake();
    expect([settled, faults.length]).toEqual([["2 shown 7"], 1]);
    await wake();
    expect(settled).toEqual(["2 shown 7", "1 shown 7"]);
  });

  test("the rest waits for one that hangs, however often it is woken, and that one is not told again", async () => {
    const { late, settle } = hung();
    const { wake, owed, box, told, digests, settled, waiting } = anOutbox({ answer: async () => late });
    await wake();
    box.answer = async () => "held";
    owed.push(alert(3), alert(4), alert(5), alert(6));
    await wake();
    await wake();
    expect([told, digests, settled, waiting.at(-1)]).toEqual([[1], [], [], 6]);
    box.answer = async () => "shown";
    settle(true);
    await expect.poll(() => owed).toEqual([]);
    expect([told, digests]).toEqual([[1], [[2, 3, 4, 5, 6]]]);
    expect(settled[0]).toBe("1 shown 7");
    expect(waiting.at(-1)).toBe(0);
  });

  test("what hung is told again when the system is gone that was sent it", async () => {
    const { late, settle } = hung();
    const { wake, owed, box, told } = anOutbox({ answer: async () => late });
    await wake();
    box.answer = async () => "shown";
    settle(false);
    await expect.poll(() => owed).toEqual([]);
    expect(told).toEqual([1, 1, 2]);
  });

  test("a digest that hung is not counted twice", async () => {
    const { late, settle } = hung();
    const { wake, owed, box, digests } = anOutbox({ answer: async () => late });
    owed.push(alert(3), alert(4));
    await wake();
    box.answer = async () => "shown";
    settle(false);
    await expect.poll(() => owed).toEqual([]);
    expect(digests).toEqual([
      [1, 2, 3, 4],
      [1, 2, 3, 4],
    ]);
  });
});

describe("what is on the screen is not told again", () => {
  test("while the store cannot be written, and is marked once it can", async () => {
    const { wake, owed, box, told, settled, faults } = anOutbox();
    box.locked = true;
    for (let i = 0; i < 3; i++) await wake();
    owed.push(alert(3));
    await wake();
    expect([told, settled]).toEqual([[1, 2, 3], []]);
    expect(faults.length).toBeGreaterThan(0);
    box.now = 9;
    box.locked = false;
    await wake();
    expect(settled).toEqual(["1 shown 7", "2 shown 7", "3 shown 7"]);
    expect(told).toEqual([1, 2, 3]);
  });

  test("while the marker cannot be written, and the others are told", async () => {
    const { wake, owed, box, told, settled } = anOutbox();
    box.markerBroken = true;
    await wake();
    owed.push(alert(3));
    await wake();
    expect([told, settled.length]).toEqual([[1, 2, 3], 3]);
  });

  test("while neither can, and the marker names all of it as soon as it can", async () => {
    const { wake, owed, box, told, noted } = anOutbox();
    Object.assign(box, { locked: true, markerBroken: true });
    await wake();
    box.markerBroken = false;
    owed.push(alert(3));
    await wake();
    expect([told, noted]).toEqual([[1, 2, 3], [[1, 2, 3]]]);
  });
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
