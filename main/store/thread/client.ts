import { Worker } from "node:worker_threads";
import type { Delivery, Taken } from "../../bookings/delivery.ts";
import { groupCommit } from "./group-commit.ts";
import {
  type Call,
  type Failure,
  type Group,
  type Opening,
  type RemoteGroups,
  type Reply,
  type Request,
  withGroups,
} from "./protocol.ts";

/** The store as the main thread sees it. */
export type StoreClient = RemoteGroups & {
  /** Resolves once the delivery is durable. Rejects with StoreBusy when too many wait already. */
  take(delivery: Delivery): Promise<Taken>;
  close(): Promise<void>;
};

/** Some calls of the store's, by their groups: `StoreCalls<{ gaps: "open" | "close" }>`. */
export type StoreCalls<Wanted extends { readonly [G in Group]?: keyof StoreClient[G] }> = {
  readonly [G in keyof Wanted & Group]: Pick<StoreClient[G], Extract<Wanted[G], keyof StoreClient[G]>>;
};

/** An error of the store's, with SQLite's primary result code, the system's, or NEWER. */
export type StoreError = Error & { readonly code?: string };

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

  function ask<T>(call: Call): Promise<T> {
    return new Promise((resolve, reject) => {
      if (ended) return reject(ended);
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      thread.postMessage({ id: lastId, call } satisfies Request);
    });
  }

  const opening = await new Promise<Opening>((resolve, reject) => {
    thread.once("message", resolve);
    thread.once("error", reject);
  });
  if (!opening.open) throw errorOf(opening.error);

  thread.on("message", (reply: Reply) => {
    const { resolve, reject } = waiting.get(reply.id) ?? {};
    waiting.delete(reply.id);
    if ("value" in reply) resolve?.(reply.value as never);
    else reject?.(errorOf(reply.error));
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

  const own = {
    take: groupCommit((deliveries: Delivery[]) => ask<Taken[]>({ take: deliveries }), bytesOf),
    async close(): Promise<void> {
      closing = true;
      const gone = new Promise((resolve) => thread.once("exit", resolve));
      await ask({ close: true }).catch(() => {});
      await gone;
    },
  };
  return withGroups(own, ask);
}

const bytesOf = ({ body }: Delivery) => body.byteLength;

const errorOf = ({ message, code }: Failure): StoreError => Object.assign(new Error(message), { code });
