import { onTestFinished } from "vitest";
import type { DestinationKind } from "../../common/destinations.ts";
import type { Outcome, Outgoing } from "../../main/destinations/destination.ts";
import { createDispatcher } from "../../main/destinations/dispatcher.ts";
import { now } from "./outgoing.ts";
import { aQueue } from "./played-queue.ts";
import { playedTime } from "./played-time.ts";

type Answering = (ids: readonly string[], signal: AbortSignal) => Outcome | null | Promise<Outcome | null>;

export const silentOutcome = (doubtful = false, afterMs: number | null = null): Outcome => ({
  result: "again",
  why: { code: "destination-silent", args: { host: "host" } },
  afterMs,
  doubtful,
});
export const refusedOutcome: Outcome = {
  result: "refused",
  why: { code: "destination-turned-down", args: { host: "host", status: 400 } },
};
export const sentOutcome: Outcome = { result: "sent" };
export const goneOutcome: Outcome = {
  result: "stopped",
  why: { code: "destination-gone", args: { host: "host" } },
};

/** A dispatcher over a played queue, in played time. What a destination's name begins with is its kind. */
export function someSending() {
  const queue = aQueue();
  const time = playedTime(now);
  const tries: { readonly id: string; readonly at: number; readonly batch: readonly Outgoing[] }[] = [];
  const settledIds: string[] = [];
  const faults: unknown[] = [];
  const box = {
    online: true,
    answer: (async () => sentOutcome) as Answering,
  };
  const dispatcher = createDispatcher({
    queue: queue.queue,
    async open(id) {
      const kind = id.replace(/-.*$/, "") as DestinationKind;
      return {
        kind,
        host: "host",
        destination: {
          kind,
          async send(batch, signal) {
            tries.push({ id, at: time.now(), batch });
            return await box.answer(
              batch.map(({ message }) => message.id),
              signal,
            );
          },
        },
      };
    },
    standingOf: queue.standingOf,
    onTried() {},
    onSettled: (id) => void settledIds.push(id),
    online: () => box.online,
    pause: time.pause,
    now: time.now,
    random: () => 0.5,
    onFault: (error) => void faults.push(error),
  });
  onTestFinished(() => dispatcher.close());
  /** Of each try: the numbers of its messages. */
  const sent = (id?: string) =>
    tries
      .filter((one) => id === undefined || one.id === id)
      .map(({ batch }) => batch.map(({ message }) => Number(message.id.slice(4))));
  return {
    ...queue,
    queue: queue.queue,
    calls: queue.box,
    time,
    tries,
    sent,
    settledIds,
    faults,
    box,
    dispatcher,
  };
}
