import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Told } from "../../../main/alerts/notifiers/notifier.ts";
import type { OwedAlert } from "../../../main/bookings/delivery.ts";
import { alert, anOutbox, hung } from "../../support/outbox.ts";

/** An outbox that has told all that was owed at its start, up to number 2. */
async function settledOutbox() {
  const outbox = anOutbox();
  await outbox.wake();
  outbox.box.asked = 0;
  /** A delivery owes it now. */
  const owes = (one: OwedAlert) => {
    // More than three in ten seconds are told as one.
    outbox.box.now += 60_000;
    outbox.owed.push(one);
    return one;
  };
  return { ...outbox, owes };
}

describe("an alert that is handed in with its delivery", () => {
  test("is told and marked without asking the store, as is the next", async () => {
    const { wake, owes, told, settled, box } = await settledOutbox();
    await wake(owes(alert(3)));
    await wake(owes(alert(4, { change: { kind: "details", from: null, to: null } })));
    await wake(null);
    await wake(owes(alert(5)));
    expect(told).toEqual([1, 2, 3, 5]);
    expect(settled.slice(2).map((line) => line.slice(0, 7))).toEqual(["3 shown", "4 quiet", "5 shown"]);
    expect(box.asked).toBe(0);
  });

  test("has the store asked at the first time, for what a crash has left", async () => {
    const { wake, owed, told } = anOutbox();
    owed.push(alert(3));
    await wake(alert(3));
    expect(told).toEqual([1, 2, 3]);
  });

  test("has it asked when its number is not the next: another may be owed before it", async () => {
    const { wake, owes, told, box } = await settledOutbox();
    owes(alert(3));
    await wake(owes(alert(4)));
    expect([told, box.asked]).toEqual([[1, 2, 3, 4], 1]);
    await wake(owes(alert(5)));
    expect([told, box.asked]).toEqual([[1, 2, 3, 4, 5], 1]);
  });

  test("has it asked when several came meanwhile: one may have been told of with another", async () => {
    const { wake, owes, owed, told, box } = await settledOutbox();
    const waking = wake(owes(alert(3)));
    const half = alert(4);
    const other = owes(alert(5));
    await Promise.all([waking, wake(half), wake(other)]);
    expect([told, owed, box.asked]).toEqual([[1, 2, 3, 5], [], 1]);
  });

  test("is not told again when the store has named it before", async () => {
    const { wake, owes, told, box } = await settledOutbox();
    const one = owes(alert(3));
    await Promise.all([wake(), wake(one)]);
    await wake(one);
    expect(told).toEqual([1, 2, 3]);
    expect(box.asked).toBe(2);
    owes(alert(4));
    await wake();
    await wake(one);
    expect(told).toEqual([1, 2, 3, 4]);
  });

  test.each(["failed", "held"] as const)(
    "and that %s has the store asked until it is told, whatever comes then",
    async (answer) => {
      const { wake, owes, owed, box } = await settledOutbox();
      box.answer = async () => answer;
      await wake(owes(alert(3)));
      box.answer = async () => "shown";
      await wake(null);
      expect([owed, box.asked]).toEqual([[], 1]);
    },
  );

  test("and that hangs is not told twice, nor what comes meanwhile before it", async () => {
    const { wake, owes, owed, box, told } = await settledOutbox();
    const { late, settle } = hung();
    box.answer = async () => late;
    await wake(owes(alert(3)));
    box.answer = async () => "held";
    await wake(owes(alert(4)));
    box.answer = async () => "shown";
    settle(true);
    await expect.poll(() => owed).toEqual([]);
    expect(told).toEqual([1, 2, 3, 4]);
  });

  test("and that could not be marked has the store asked, and is not told again", async () => {
    const { wake, owes, owed, box, told } = await settledOutbox();
    box.locked = true;
    await wake(owes(alert(3)));
    await wake(owes(alert(4, { change: { kind: "details", from: null, to: null } })));
    box.locked = false;
    await wake(null);
    expect([told, owed]).toEqual([[1, 2, 3], []]);
    expect(box.asked).toBe(2);
  });

  test("is told when the store could not be read at its first time", async () => {
    const { wake, owes, owed, box, told } = await settledOutbox();
    box.unreadable = true;
    owes(alert(3));
    await wake();
    await wake(owes(alert(4)));
    box.unreadable = false;
    await wake(null);
    expect([told, owed]).toEqual([[1, 2, 3, 4], []]);
  });

  test("as the first half of a reschedule waits, and is not told once it is told of with the other", async () => {
    const { wake, owes, owed, told, box } = await settledOutbox();
    const half = owes(alert(3, { at: box.now + 60_000, change: { kind: "moved", from: null, to: null } }));
    await wake(half);
    expect(told).toEqual([1, 2]);
    owed.splice(owed.indexOf(half), 1);
    await wake(owes(alert(4)));
    expect(told).toEqual([1, 2, 4]);
  });
});

/** What can happen around an outbox, in any order. */
type Step =
  | "owes and hands in"
  | "owes"
  | "counts on"
  | "takes back the last"
  | "wakes"
  | "cannot read"
  | "cannot show"
  | "works";
const steps = fc.array(
  fc.constantFrom<Step>(
    "owes and hands in",
    "owes and hands in",
    "owes and hands in",
    "owes",
    "counts on",
    "takes back the last",
    "wakes",
    "cannot read",
    "cannot show",
    "works",
    "works",
  ),
  { maxLength: 25 },
);

test("whatever comes, is handed in, is told of with another or fails: each is told once, in order, and none is lost", async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.array(fc.boolean(), { maxLength: 25 }), async (all, waits) => {
      const { wake, owed, told, digests, box } = anOutbox({ owed: [] });
      const works = () =>
        Object.assign(box, { unreadable: false, answer: async (): Promise<Told> => "shown" });
      let seq = 0;
      const expected = new Set<number>();
      for (const [i, step] of all.entries()) {
        let waking: Promise<void> | undefined;
        // More than three in ten seconds are told as one.
        box.now += 60_000;
        if (step === "cannot read") box.unreadable = true;
        if (step === "cannot show") box.answer = async () => "held";
        if (step === "works") works();
        if (step === "wakes") waking = wake();
        if (step === "counts on") seq += 1;
        if (step === "owes" || step === "owes and hands in") {
          seq += 1;
          const one = alert(seq, { at: box.now });
          owed.push(one);
          expected.add(seq);
          if (step === "owes and hands in") waking = wake(one);
        }
        if (step === "takes back the last") {
          const [last] = owed.splice(-1);
          if (last) expected.delete(last.seq);
        }
        if (waits[i]) await waking;
      }
      works();
      await wake();
      expect(owed).toEqual([]);
      const counted = new Set(digests.flat());
      // Each digest takes the place of the last, and counts on from it.
      for (const seqs of [told, ...digests]) expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
      expect(told.filter((one) => counted.has(one))).toEqual([]);
      for (const one of expected) expect([...told, ...counted]).toContain(one);
    }),
    { numRuns: 300 },
  );
});
