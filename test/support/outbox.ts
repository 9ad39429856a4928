import type { Told } from "../../main/alerts/notifiers/notifier.ts";
import { createOutbox } from "../../main/alerts/outbox.ts";
import type { OwedAlert } from "../../main/bookings/delivery.ts";
import { aBooking } from "./bookings.ts";
import { deferred } from "./deferred.ts";

export const alert = (seq: number, changes: Partial<OwedAlert> = {}): OwedAlert => ({
  seq,
  at: 0,
  tried: false,
  change: { kind: "new", from: null, to: null },
  booking: aBooking(),
  ...changes,
});

/** An outbox with two alerts owed, or others, over a store and a marker that can be broken; `answer` is what the system says. */
export function anOutbox({
  answer = async (): Promise<Told> => "shown",
  last = [] as readonly number[],
  owed = [alert(1), alert(2)],
} = {}) {
  const told: number[] = [];
  const noted: (readonly number[])[] = [];
  const digests: (readonly number[])[] = [];
  const settled: string[] = [];
  const tried: number[] = [];
  const waiting: number[] = [];
  const faults: unknown[] = [];
  const paused: number[] = [];
  const box = {
    now: 7,
    answer,
    locked: false,
    unreadable: false,
    markerBroken: false,
    asked: 0,
    later: () => {},
    pause: async (_ms: number) => {},
  };
  const wake = createOutbox({
    async owed() {
      box.asked += 1;
      if (box.unreadable) throw new Error("unreadable");
      return [...owed];
    },
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
    decide: ({ change }) => (change.kind === "details" ? { outcome: "quiet", why: null } : "show"),
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
    pause: async (ms) => {
      await box.pause(ms);
    },
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
export function hung() {
  const { promise, resolve } = deferred<boolean>();
  return { late: { shown: promise } as Told, settle: resolve };
}
