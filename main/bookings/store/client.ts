import { Worker } from "node:worker_threads";
import type { Delivery, Taken } from "../delivery.ts";
import type { Store } from "./store.ts";
import type { Call, CallResult, Opening } from "./worker.ts";

/** The store as the main thread sees it: every call is answered later, none blocks. */
export type StoreClient = {
  [Method in Exclude<keyof Store, "take">]: (
    ...args: Parameters<Store[Method]>
  ) => Promise<ReturnType<Store[Method]>>;
} & {
  /** Resolves once the delivery is durable. Rejects with StoreBusy when too many wait already. */
  take(delivery: Delivery): Promise<Taken>;
};

/** More deliveries wait for the disk than may. */
export class StoreBusy extends Error {}

const mostWaiting = 2_000;
const mostTogether = 256;

/**
 * Starts the thread that owns the database `file`, running the script `worker`.
 * @throws an Error with a `code`: SQLite's, or NEWER for a file that a newer Bookbell wrote.
 */
export async function openStore(
  worker: string,
  file: string,
  onCrash: (error: Error) => void,
): Promise<StoreClient> {
  const thread = new Worker(worker, { workerData: { file } });
  const calls = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  let ended: Error | null = null;

  function call<T>(method: Call["method"], ...args: readonly unknown[]): Promise<T> {
    return new Promise((resolve, reject) => {
      if (ended) return reject(ended);
      lastId += 1;
      calls.set(lastId, { resolve, reject });
      thread.postMessage({ id: lastId, method, args } satisfies Call);
    });
  }

  const opening = await new Promise<Opening>((resolve, reject) => {
    thread.once("message", resolve);
    thread.once("error", reject);
  });
  if (!opening.open) throw errorOf(opening.error);
  thread.on("message", (result: CallResult) => {
    const waiting = calls.get(result.id);
    calls.delete(result.id);
    if ("value" in result) waiting?.resolve(result.value as never);
    else waiting?.reject(errorOf(result.error));
  });
  const end = (error: Error) => {
    ended ??= error;
    for (const { reject } of calls.values()) reject(error);
    calls.clear();
  };
  thread.on("error", (error: Error) => {
    end(error);
    onCrash(error);
  });
  thread.on("exit", () => end(new Error("The store is closed.")));

  return {
    take: together((deliveries: Delivery[]) => call<Taken[]>("take", deliveries)),
    between: (...args) => call("between", ...args),
    firstFrom: (...args) => call("firstFrom", ...args),
    hasAny: () => call("hasAny"),
    owedAlerts: () => call("owedAlerts"),
    settleAlert: (...args) => call("settleAlert", ...args),
    async close() {
      const gone = new Promise((resolve) => thread.once("exit", resolve));
      await call("close");
      await gone;
    },
  };
}

const errorOf = ({ message, code }: { message: string; code: string }) =>
  Object.assign(new Error(message), { code });

/** Opens the store, or stands in for it: every call then fails, so no delivery is acknowledged. */
export async function openStoreOrNone(
  worker: string,
  file: string,
  onProblem: (error: Error & { code?: string }) => void,
) {
  try {
    return await openStore(worker, file, onProblem);
  } catch (error) {
    onProblem(error as Error);
    return closedStore(error as Error);
  }
}

function closedStore(error: Error): StoreClient {
  const fail = () => Promise.reject(error);
  return {
    take: fail,
    between: fail,
    firstFrom: fail,
    hasAny: fail,
    owedAlerts: fail,
    settleAlert: fail,
    close: () => Promise.resolve(),
  };
}

/** Group commit: what arrives while one commit is under way shares the next, so nobody waits for company. */
function together<Item, Result>(commit: (items: Item[]) => Promise<Result[]>) {
  const waiting: { item: Item; resolve: (result: Result) => void; reject: (error: Error) => void }[] = [];
  let busy = false;

  async function run() {
    busy = true;
    while (waiting.length > 0) {
      const group = waiting.splice(0, mostTogether);
      try {
        const results = await commit(group.map(({ item }) => item));
        for (const [i, { resolve }] of group.entries()) resolve(results[i] as Result);
      } catch (error) {
        for (const { reject } of group) reject(error as Error);
      }
    }
    busy = false;
  }

  return (item: Item): Promise<Result> =>
    new Promise((resolve, reject) => {
      if (waiting.length >= mostWaiting)
        return reject(new StoreBusy("Too many deliveries wait for the disk."));
      waiting.push({ item, resolve, reject });
      if (!busy) void run();
    });
}
