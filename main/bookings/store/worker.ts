import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { readDelivery } from "../../sources/timekit/read.ts";
import { openDatabase } from "./driver.ts";
import { migrate } from "./migrations.ts";
import { salvage } from "./salvage.ts";
import { createStore, type Store } from "./store.ts";

/** What the thread is started for: to serve `file`, or to save what can be read of it and end. */
export interface WorkerTask {
  readonly file: string;
  /** Where the damaged file goes; a sound one then takes its place. */
  readonly setAside?: string;
}

/** One call from the main thread, and its answer under the same id. */
export interface Call {
  readonly id: number;
  readonly method: keyof Store;
  readonly args: readonly unknown[];
}
export type CallResult =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: Failure };

/** The thread's first word: the file is open (or saved), or why it cannot be, and then it ends. */
export type Opening = { readonly open: true } | { readonly open: false; readonly error: Failure };

export interface Failure {
  readonly message: string;
  /** SQLite's primary result code, "FULL", "CORRUPT"…; NEWER for a newer Bookbell's file; else the system's. */
  readonly code: string;
}

const resultCodes: Record<number, string> = {
  5: "BUSY",
  6: "BUSY",
  8: "READONLY",
  10: "IOERR",
  11: "CORRUPT",
  13: "FULL",
  14: "CANTOPEN",
  26: "NOTADB",
};

const port = parentPort as MessagePort;

function failureOf(error: unknown): Failure {
  const { message, code = "", errcode } = error as Error & { code?: string; errcode?: number };
  return { message, code: resultCodes[(errcode ?? 0) & 0xff] ?? code };
}

function open(file: string): Store {
  const database = openDatabase(file);
  try {
    migrate(database);
    return createStore(database, readDelivery);
  } catch (error) {
    database.close();
    throw error;
  }
}

function serve(store: Store) {
  port.on("message", ({ id, method, args }: Call) => {
    try {
      const value = (store[method] as (...args: readonly unknown[]) => unknown)(...args);
      port.postMessage({ id, value } satisfies CallResult);
    } catch (error) {
      port.postMessage({ id, error: failureOf(error) } satisfies CallResult);
    }
    // Ending a busy worker from outside aborts the process (photostructure/sqlite 2.6): it must leave by itself.
    if (method === "close") port.close();
  });
}

try {
  const { file, setAside } = workerData as WorkerTask;
  if (setAside) salvage(file, setAside, readDelivery);
  else serve(open(file));
  port.postMessage({ open: true } satisfies Opening);
} catch (error) {
  port.postMessage({ open: false, error: failureOf(error) } satisfies Opening);
}
