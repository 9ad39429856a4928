import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { readDelivery } from "../../sources/timekit/read.ts";
import { openDatabase } from "./driver.ts";
import { migrate } from "./migrations.ts";
import { createStore, type Store } from "./store.ts";

/** One call from the main thread, and its answer under the same id. */
export interface Call {
  readonly id: number;
  readonly method: keyof Store;
  readonly args: readonly unknown[];
}
export type CallResult =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: Failure };

/** The thread's first word: it is open, or why it cannot be and has ended. */
export type Opening = { readonly open: true } | { readonly open: false; readonly error: Failure };

interface Failure {
  readonly message: string;
  /** SQLite's, the system's, or NEWER for a file that a newer Bookbell wrote. */
  readonly code: string;
}

const port = parentPort as MessagePort;
const failure = (error: unknown): Failure => {
  const { message, code = "" } = error as Error & { code?: string };
  return { message, code };
};

function open(): Store {
  const database = openDatabase(workerData.file);
  try {
    migrate(database);
  } catch (error) {
    database.close();
    throw error;
  }
  return createStore(database, readDelivery);
}

function serve(store: Store) {
  port.on("message", ({ id, method, args }: Call) => {
    try {
      const value = (store[method] as (...args: readonly unknown[]) => unknown)(...args);
      port.postMessage({ id, value } satisfies CallResult);
      // Ending a busy worker from outside aborts the process (photostructure/sqlite 2.6): it must leave by itself.
      if (method === "close") port.close();
    } catch (error) {
      port.postMessage({ id, error: failure(error) } satisfies CallResult);
    }
  });
}

try {
  serve(open());
  port.postMessage({ open: true } satisfies Opening);
} catch (error) {
  port.postMessage({ open: false, error: failure(error) } satisfies Opening);
}
