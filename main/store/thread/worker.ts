import { statfsSync } from "node:fs";
import path from "node:path";
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { readDelivery } from "../../sources/timekit/read.ts";
import { openDatabase, primaryCodeOf } from "../engine/driver.ts";
import { migrate } from "../engine/migrations.ts";
import { createStore, type Store } from "../store.ts";
import { createNames } from "./names.ts";
import { isUnfinished, removeLeftovers, salvage } from "./salvage.ts";

/** What the thread is started for: to serve `file`, or to save what can be read of it and end. */
export interface WorkerTask {
  readonly file: string;
  readonly salvage?: true;
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
  /**
   * SQLite's primary result code, "FULL", "CORRUPT"…; NEWER for a newer Bookbell's file; UNFINISHED when a salvage must
   * be gone on with first; else the system's.
   */
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
const task = workerData as WorkerTask;

function failureOf(error: unknown): Failure {
  const { message, code = "" } = error as Error & { code?: string };
  const named = code === "ENOSPC" ? "FULL" : (resultCodes[primaryCodeOf(error)] ?? code);
  // SQLite says IOERR or CANTOPEN when there is no room for one of the files beside the database.
  return { message, code: (named === "IOERR" || named === "CANTOPEN") && isFull() ? "FULL" : named };
}

/** Less room than SQLite needs to open a database. */
const leastRoom = 64 * 1024;

function isFull(): boolean {
  try {
    const { bavail, bsize } = statfsSync(path.dirname(task.file));
    return bavail * bsize < leastRoom;
  } catch {
    return false;
  }
}

function open(file: string) {
  if (isUnfinished(file))
    throw Object.assign(new Error("A damaged file waits to be salvaged."), { code: "UNFINISHED" });
  const database = openDatabase(file);
  try {
    migrate(database);
    const store = createStore(database, readDelivery);
    // A folder that may only be read is found out now, not with the first delivery.
    store.probe();
    removeLeftovers(file);
    return { store, names: createNames(file, database) };
  } catch (error) {
    database.close();
    throw error;
  }
}

function serve({ store, names }: ReturnType<typeof open>) {
  port.on("message", ({ id, method, args }: Call) => {
    try {
      if (method !== "close") names.check();
      const value = (store[method] as (...args: readonly unknown[]) => unknown)(...args);
      // What is acknowledged must be found again under its name.
      if (method === "take") names.check();
      port.postMessage({ id, value } satisfies CallResult);
    } catch (error) {
      port.postMessage({ id, error: failureOf(error) } satisfies CallResult);
    }
    // Ending a busy worker from outside aborts the process (photostructure/sqlite 2.6): it must leave by itself.
    if (method === "close") port.close();
  });
}

try {
  if (task.salvage) salvage(task.file, readDelivery);
  else serve(open(task.file));
  port.postMessage({ open: true } satisfies Opening);
} catch (error) {
  port.postMessage({ open: false, error: failureOf(error) } satisfies Opening);
}
