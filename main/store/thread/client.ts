import { Worker } from "node:worker_threads";
import type { Delivery, Taken } from "../../bookings/delivery.ts";
import type { Store } from "../store.ts";
import { groupCommit } from "./group-commit.ts";
import type { Call, CallResult, Failure, Opening } from "./worker.ts";

/** The store as the main thread sees it: every call is answered later, none blocks. */
export type StoreClient = {
  [Method in Exclude<keyof Store, "take">]: (
    ...args: Parameters<Store[Method]>
  ) => Promise<ReturnType<Store[Method]>>;
} & {
  /** Resolves once the delivery is durable. Rejects with StoreBusy when too many wait already. */
  take(delivery: Delivery): Promise<Taken>;
};

/** An error of the store's, with SQLite's primary result code, the system's, or NEWER. */
export type StoreError = Error & { readonly code?: string };

/** Every call but `take` and `close`, which need more than to be passed on. */
export const calls = [
  "between",
  "unsure",
  "today",
  "day",
  "firstAfter",
  "booking",
  "hasAny",
  "projects",
  "history",
  "search",
  "toRepeat",
  "markRepeated",
  "owedAlerts",
  "settleAlerts",
  "triedAlerts",
  "deliveries",
  "delivery",
  "rawBody",
  "prune",
  "forget",
  "forgetBooking",
  "setAsideCount",
  "removeSetAside",
  "bookingsAfter",
  "counts",
  "probe",
  "room",
  "checkpoint",
  "addGap",
  "openGap",
  "closeGap",
  "gaps",
  "setFetched",
  "alive",
  "gapSince",
  "reminders",
  "toldSince",
  "oweReminder",
  "settleReminder",
  "snoozeReminder",
  "news",
  "unseen",
  "markSeen",
  "turnAway",
  "tallies",
  "clearTally",
  "arrivals",
] as const satisfies readonly Exclude<keyof Store, "take" | "close">[];

/**
 * Starts the thread that owns the database `file`, running the script `worker`.
 * `onGone` is told when the thread ends without having been closed.
 * @throws StoreError
 */
export async function openStore(
  worker: string,
  file: string,
  onGone: (error: StoreError) => void,
): Promise<StoreClient> {
  const thread = new Worker(worker, { workerData: { file } });
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  let ended: Error | null = null;
  let closing = false;

  function call<T>(method: keyof Store, ...args: readonly unknown[]): Promise<T> {
    return new Promise((resolve, reject) => {
      if (ended) return reject(ended);
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      thread.postMessage({ id: lastId, method, args } satisfies Call);
    });
  }

  const opening = await new Promise<Opening>((resolve, reject) => {
    thread.once("message", resolve);
    thread.once("error", reject);
  });
  if (!opening.open) throw errorOf(opening.error);

  thread.on("message", (result: CallResult) => {
    const { resolve, reject } = waiting.get(result.id) ?? {};
    waiting.delete(result.id);
    if ("value" in result) resolve?.(result.value as never);
    else reject?.(errorOf(result.error));
  });
  let fault: StoreError = new Error("The store is closed.");
  thread.on("error", (error: Error) => {
    fault = error;
  });
  thread.on("exit", () => {
    ended = fault;
    for (const { reject } of waiting.values()) reject(fault);
    waiting.clear();
    if (!closing) onGone(fault);
  });

  return {
    ...(Object.fromEntries(calls.map((name) => [name, (...args: unknown[]) => call(name, ...args)])) as Pick<
      StoreClient,
      (typeof calls)[number]
    >),
    take: groupCommit((deliveries: Delivery[]) => call<Taken[]>("take", deliveries), bytesOf),
    async close() {
      closing = true;
      const gone = new Promise((resolve) => thread.once("exit", resolve));
      await call("close").catch(() => {});
      await gone;
    },
  };
}

const bytesOf = ({ body }: Delivery) => body.byteLength;

const errorOf = ({ message, code }: Failure): StoreError => Object.assign(new Error(message), { code });
