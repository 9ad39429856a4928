import { Worker } from "node:worker_threads";
import { isLasting, type Problem, type ProblemCode, problem } from "../../../common/problems.ts";
import type { Delivery, Taken } from "../../bookings/delivery.ts";
import { createEvent } from "../../lib/event.ts";
import { openStore, type StoreClient, type StoreError } from "./client.ts";
import { carryOut, type Opening, type WorkerTask, withGroups } from "./protocol.ts";
import { createRoomWatch, type RoomWatchParts } from "./room-watch.ts";

/** What keeping the store open needs of the rest of Bookbell. */
export interface SupervisorParts extends RoomWatchParts {
  /** The script of the store's thread. */
  readonly worker: string;
  readonly file: string;
  /** How long to wait before trying again. */
  readonly retryMs: number;
  onFault(error: unknown): void;
}

type Recovered = "store-recovered" | "store-restored";

const problemOf: Record<string, ProblemCode> = {
  NEWER: "store-newer",
  FULL: "disk-full",
  LOW: "disk-low",
  FLOOD: "store-flooded",
  READONLY: "store-read-only",
  CANTOPEN: "store-read-only",
  EROFS: "store-read-only",
  EACCES: "store-read-only",
  BUSY: "store-locked",
  CORRUPT: "store-damaged",
  NOTADB: "store-damaged",
  UNFINISHED: "store-damaged",
  MOVED: "store-moved",
  WAL: "store-moved",
};
/** The disk, or who else uses the file: not a question that the store could make nothing of. */
const isOfDisk = (code: string | undefined) =>
  code !== undefined && (code in problemOf || code === "IOERR" || /^E[A-Z\d]+$/.test(code));
const isDamage = (code: string | undefined) => problemOf[code ?? ""] === "store-damaged" || code === "MOVED";
/** Closing the file and opening it again mends it. */
const needsReopening = (code: string | undefined) => code === "WAL";

/**
 * Keeps the store open through every fault of the disk: tries again until the fault is gone, and saves what can
 * be read of a damaged file. Meanwhile, and before `start`, calls fail, so that no delivery is acknowledged.
 */
export function createSupervisor(parts: SupervisorParts) {
  const [trouble, recovery] = [createEvent<Problem | null>(), createEvent<Recovered>()];
  let store: StoreClient | null = null;
  let lastError: StoreError = new Error("The store is not open yet.");
  let retry: NodeJS.Timeout | undefined;
  let troubled = false;
  /** Stays until a salvage has ended well: what is known to be damaged is not opened again. */
  let damaged = false;
  /** What is to be told once all is well again. */
  let recovered: Recovered = "store-recovered";
  let mending = false;
  let closed = false;
  const room = createRoomWatch(parts);
  let opening = Promise.resolve();

  async function open(): Promise<void> {
    try {
      store = await openStore(parts.worker, parts.file, (error) => {
        store = null;
        onTrouble(error);
      });
      await room.look(store);
      settle();
    } catch (error) {
      onTrouble(error as StoreError);
    }
  }

  function settle() {
    if (troubled) trouble.tell(null);
    troubled = false;
  }

  function onTrouble(error: StoreError) {
    lastError = error;
    if (closed) return;
    if (!troubled) parts.onFault(error);
    troubled = true;
    const found = isDamage(error.code) && !damaged;
    damaged ||= found;
    if (found) recovered = error.code === "MOVED" ? "store-restored" : "store-recovered";
    const code = problemOf[error.code ?? ""] ?? "store-closed";
    trouble.tell(problem(code));
    if (isLasting(code)) return;
    const atOnce = found || needsReopening(error.code);
    if (atOnce) stopRetry();
    // Otherwise the first failure counts: those that follow, as deliveries pour in, do not put it off.
    retry ??= setTimeout(again, atOnce ? 0 : parts.retryMs);
  }

  function stopRetry() {
    clearTimeout(retry);
    retry = undefined;
  }

  /** One at a time: what fails meanwhile is told by its own end. */
  async function again(): Promise<void> {
    retry = undefined;
    if (mending) return;
    mending = true;
    try {
      const current = store;
      if (current && !damaged && !needsReopening(lastError.code))
        return await current.file
          .probe()
          .then(() => room.look(current))
          .then(settle, onTrouble);
      opening = damaged ? recover().then(open, onTrouble) : reopen();
      await opening;
    } finally {
      mending = false;
    }
  }

  async function close() {
    await store?.close().catch(() => {});
    store = null;
  }

  async function reopen() {
    await close();
    await open();
  }

  async function recover() {
    await close();
    await salvageInThread(parts.worker, { file: parts.file, salvage: true });
    damaged = false;
    recovery.tell(recovered);
  }

  async function call<T>(use: (store: StoreClient) => Promise<T>, isTrouble = isOfDisk): Promise<T> {
    await opening;
    if (!store) throw lastError;
    try {
      return await use(store);
    } catch (error) {
      if (isTrouble((error as StoreError).code)) onTrouble(error as StoreError);
      throw error;
    }
  }

  async function take(open: StoreClient, delivery: Delivery): Promise<Taken> {
    if (room.admit(delivery)) void room.look(open).catch(onTrouble);
    return open.take(delivery);
  }

  const own = {
    /** Opens the file. */
    start(): void {
      opening = open();
    },
    /** Null once bookings can be kept again. */
    onProblem: trouble.on,
    /** A damaged file was set aside, and what could be read was kept; or what else happened to it. */
    onRecovered: recovery.on,
    // Whatever keeps a delivery from being kept is trouble.
    take: (delivery: Delivery) => call((open) => take(open, delivery), Boolean),
    /** To be called every minute: brings what was written into the file itself, and looks how much room there is. */
    minute: () =>
      call(async (open) => {
        await open.file.checkpoint();
        await room.look(open).catch(onTrouble);
      }),
    async close(): Promise<void> {
      closed = true;
      stopRetry();
      await opening;
      await store?.close();
    },
  };
  return withGroups(own, (asked) => call(async (open) => carryOut(open, asked)));
}

async function salvageInThread(worker: string, task: WorkerTask): Promise<void> {
  const thread = new Worker(worker, { workerData: task });
  const done = await new Promise<Opening>((resolve, reject) => {
    thread.once("message", resolve);
    thread.once("error", reject);
  });
  if (!done.open) throw Object.assign(new Error(done.error.message), { code: done.error.code });
}
