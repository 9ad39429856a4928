import { statfsSync } from "node:fs";
import path from "node:path";
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { reader } from "../../sources/registry.ts";
import { openDatabase, primaryCodeOf } from "../engine/driver.ts";
import { migrate } from "../engine/migrations.ts";
import { createStore, type Store } from "../store.ts";
import { createNames } from "./names.ts";
import {
  type Call,
  carryOut,
  type Failure,
  type Opening,
  type Reply,
  type Request,
  type WorkerTask,
} from "./protocol.ts";
import { isUnfinished, removeLeftovers, salvage } from "./salvage.ts";

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
    const store = createStore(database, reader);
    // A folder that may only be read is found out now, not with the first delivery.
    store.file.probe();
    removeLeftovers(file);
    return { store, names: createNames(file, database) };
  } catch (error) {
    database.close();
    throw error;
  }
}

function serve({ store, names }: ReturnType<typeof open>) {
  port.on("message", ({ id, call }: Request) => {
    const closing = "close" in call;
    try {
      if (!closing) names.check();
      const value = answer(store, call);
      // What is acknowledged must be found again under its name.
      if ("take" in call) names.check();
      port.postMessage({ id, value } satisfies Reply);
    } catch (error) {
      port.postMessage({ id, error: failureOf(error) } satisfies Reply);
    }
    // Ending a busy worker from outside aborts the process (photostructure/sqlite 2.6): it must leave by itself.
    if (closing) port.close();
  });
}

function answer(store: Store, call: Call): unknown {
  if ("take" in call) return store.take(call.take);
  if ("close" in call) return store.close();
  return carryOut(store, call);
}

try {
  if (task.salvage) salvage(task.file, reader);
  else serve(open(task.file));
  port.postMessage({ open: true } satisfies Opening);
} catch (error) {
  port.postMessage({ open: false, error: failureOf(error) } satisfies Opening);
}
