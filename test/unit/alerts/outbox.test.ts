import { expect, test } from "vitest";
import { createOutbox } from "../../../main/alerts/outbox.ts";
import type { OwedAlert } from "../../../main/bookings/store/schedule-queries.ts";
import { aBooking } from "../../support/bookings.ts";

const alert = (seq: number): OwedAlert => ({
  seq,
  change: { kind: "new", from: null, to: null },
  booking: aBooking(),
});

function anOutbox(tell: (alert: OwedAlert) => Promise<"shown" | "failed">) {
  const owed = [alert(1), alert(2)];
  const settled: string[] = [];
  const faults: unknown[] = [];
  const wake = createOutbox({
    owed: async () => [...owed],
    async settle(seq, outcome, at) {
      owed.splice(
        owed.findIndex((one) => one.seq === seq),
        1,
      );
      settled.push(`${seq} ${outcome} ${at}`);
    },
    tell,
    now: () => 7,
    onFault: (error) => faults.push(error),
  });
  return { owed, settled, faults, wake };
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
