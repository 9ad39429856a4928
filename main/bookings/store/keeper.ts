import { Worker } from "node:worker_threads";
import { type ProblemCode, problem } from "../../../common/problems.ts";
import type { Problem } from "../../../common/view.ts";
import { calls, openStore, type StoreClient, type StoreError } from "./client.ts";
import type { Opening, WorkerTask } from "./worker.ts";

/** What keeping the store open needs of the rest of Bookbell. */
export interface KeeperParts {
  /** The script of the store's thread. */
  readonly worker: string;
  readonly file: string;
  now(): number;
  /** How long to wait before trying again. */
  readonly retryMs: number;
  /** Null once bookings can be kept again. */
  onProblem(problem: Problem | null): void;
  /** A damaged file was set aside, and what could be read was kept. */
  onRecovered(): void;
  onFault(error: unknown): void;
}

const problemOf: Record<string, ProblemCode> = {
  NEWER: "store-newer",
  FULL: "disk-full",
  READONLY: "store-read-only",
  CANTOPEN: "store-read-only",
  BUSY: "store-locked",
};
const isDamage = (code: string | undefined) => code === "CORRUPT" || code === "NOTADB";

/**
 * Keeps the store open through every fault of the disk: tries again until the fault is gone, and saves what can
 * be read of a damaged file. Meanwhile calls fail, so that no delivery is acknowledged.
 */
export function createKeeper(parts: KeeperParts): StoreClient {
  let store: StoreClient | null = null;
  let lastError: StoreError = new Error("The store is not open yet.");
  let retry: NodeJS.Timeout | undefined;
  let troubled = false;
  let closed = false;
  let opening = open();

  async function open(): Promise<void> {
    clearTimeout(retry);
    try {
      store = await openStore(parts.worker, parts.file, (error) => {
        store = null;
        onTrouble(error);
      });
      settle();
    } catch (error) {
      onTrouble(error as StoreError);
    }
  }

  function settle() {
    if (troubled) parts.onProblem(null);
    troubled = false;
  }

  function onTrouble(error: StoreError) {
    lastError = error;
    if (closed) return;
    if (!troubled) parts.onFault(error);
    troubled = true;
    parts.onProblem(problem(problemOf[error.code ?? ""] ?? "store-closed"));
    // Only the user can mend that, by installing the newer version.
    if (error.code === "NEWER") return;
    clearTimeout(retry);
    retry = setTimeout(again, isDamage(error.code) ? 0 : parts.retryMs, error);
  }

  function again(error: StoreError) {
    if (isDamage(error.code)) opening = recover().then(open, onTrouble);
    else if (store) store.probe().then(settle, onTrouble);
    else opening = open();
  }

  async function recover() {
    await store?.close().catch(() => {});
    store = null;
    const stamp = new Date(parts.now()).toISOString().replaceAll(":", "-");
    await salvageInThread(parts.worker, { file: parts.file, setAside: `${parts.file}.damaged-${stamp}` });
    parts.onRecovered();
  }

  async function call<T>(use: (store: StoreClient) => Promise<T>): Promise<T> {
    await opening;
    if (!store) throw lastError;
    try {
      return await use(store);
    } catch (error) {
      if ((error as StoreError).code) onTrouble(error as StoreError);
      throw error;
    }
  }

  return {
    ...(Object.fromEntries(
      calls.map((name) => [
        name,
        (...args: never[]) => call((open) => (open[name] as CallableFunction)(...args)),
      ]),
    ) as Pick<StoreClient, (typeof calls)[number]>),
    take: (delivery) => call((open) => open.take(delivery)),
    async close() {
      closed = true;
      clearTimeout(retry);
      await opening;
      await store?.close();
    },
  };
}

async function salvageInThread(worker: string, task: WorkerTask): Promise<void> {
  const thread = new Worker(worker, { workerData: task });
  const done = await new Promise<Opening>((resolve, reject) => {
    thread.once("message", resolve);
    thread.once("error", reject);
  });
  if (!done.open) throw Object.assign(new Error(done.error.message), { code: done.error.code });
}
