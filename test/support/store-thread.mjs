// Runs the store's thread in a process of its own, and ends with it: node store-thread.mjs WORKER TASK
import { Worker } from "node:worker_threads";

const [worker = "", task = ""] = process.argv.slice(2);
const thread = new Worker(worker, { workerData: JSON.parse(task) });
thread.once("message", ({ open, error }) => {
  if (!open) throw new Error(error.message);
  // One that serves waits for calls.
  thread.postMessage({ id: 1, call: { close: true } });
});
