import { expect, test } from "vitest";
import { createOutbox } from "../../../main/alerts/outbox.ts";
import type { OwedAlert } from "../../../main/bookings/store/schedule-queries.ts";
import { aBooking } from "../../support/bookings.ts";

const alert = (seq: number): OwedAlert => ({
  seq,
  change: { kind: "new", from: null, to: null },
  booking: aBooking(),
});

function anOutbox(tell: (alert: OwedAlert) => Promise<"shown" | "failed">, last: readonly number[] = []) {
  const noted: number[] = [];
  const digests: number[][] = [];
  const clock = { now: 7 };
  const owed = [alert(1), alert(2)];
  const settled: string[] = [];
  const faults: unknown[] = [];
  const wake = createOutbox({
    owed: async () => [...owed],
    async settle(list) {
      for (const { seq, outcome, at } of list) {
        const place = owed.findIndex((one) => one.seq === seq);
        owed.splice(place, 1);
        settled.push(`${seq} ${outcome} ${at}`);
      }
    },
    decide: ({ change }) => (change.kind === "details" ? "quiet" : "show"),
    show: tell,
    async showDigest(alerts) {
      digests.push(alerts.map(({ seq }) => seq));
      return "shown";
    },
    pause: async () => {},
    note: { last: () => new Set(last), told: (seqs) => void noted.push(...seqs) },
    now: () => clock.now,
    onFault: (error) => faults.push(error),
  });
  return { owed, settled, faults, noted, digests, clock, wake };
}

test("each alert is told once, in order, however often it is woken", async () => {
  const told: number[] = [];
  const { wake, settled } = anOutbox(async ({ seq }) => {
    told.push(seq);
    return "shown";
  });
  await Promise.all([wake(), wake(), wake()]);
  await wake();
  expect(told).toEqual([1, 2]);
  expect(settled).toEqual(["1 shown 7", "2 shown 7"]);
});

test("what becomes owed while another is told is told in the same go", async () => {
  const outbox = anOutbox(async ({ seq }) => {
    if (seq === 2) {
      outbox.owed.push(alert(3));
      void outbox.wake();
    }
    return "shown";
  });
  await outbox.wake();
  expect(outbox.settled).toHaveLength(3);
});

test("a fault leaves the alert owed for the next time", async () => {
  let broken = true;
  const { wake, owed, faults } = anOutbox(async () => {
    if (broken) throw new Error("no");
    return "shown";
  });
  await wake();
  expect([owed.length, faults.length]).toEqual([2, 1]);
  broken = false;
  await wake();
  expect(owed).toEqual([]);
});

test("the alert that a crash cut off right after the telling is not told again, the others are", async () => {
  const told: number[] = [];
  const outbox = anOutbox(
    async ({ seq }) => {
      // Noted only when it is on the screen: else a crash in between would lose it.
      expect(outbox.noted).not.toContain(seq);
      told.push(seq);
      return "shown";
    },
    [1],
  );
  await outbox.wake();
  expect(outbox.noted).toEqual([2]);
  expect(told).toEqual([2]);
  expect(outbox.settled).toEqual(["1 shown 7", "2 shown 7"]);
});

test("what nobody is told is settled together, without a sound", async () => {
  const outbox = anOutbox(async () => "shown");
  const quiet = (seq: number) => ({
    ...alert(seq),
    change: { kind: "details", from: null, to: null } as const,
  });
  outbox.owed.push(quiet(3), quiet(4));
  await outbox.wake();
  expect(outbox.settled).toEqual(["3 quiet 7", "4 quiet 7", "1 shown 7", "2 shown 7"]);
});

test("more than three in ten seconds become one digest, which counts on until they stop coming", async () => {
  const told: number[] = [];
  const outbox = anOutbox(async ({ seq }) => {
    told.push(seq);
    return "shown";
  });
  await outbox.wake();
  outbox.owed.push(alert(3), alert(4));
  await outbox.wake();
  outbox.clock.now += 9_000;
  outbox.owed.push(alert(5));
  await outbox.wake();
  expect(outbox.digests).toEqual([
    [3, 4],
    [3, 4, 5],
  ]);
  outbox.clock.now += 10_000;
  outbox.owed.push(alert(6));
  await outbox.wake();
  expect(told).toEqual([1, 2, 6]);
  expect(outbox.noted).toEqual([1, 2, 3, 4, 5, 6]);
  expect(outbox.owed).toEqual([]);
});

test("what waited for a start is told at once, in one digest", async () => {
  const outbox = anOutbox(async () => "shown");
  outbox.owed.push(alert(3), alert(4));
  await outbox.wake();
  expect(outbox.digests).toEqual([[1, 2, 3, 4]]);
});
