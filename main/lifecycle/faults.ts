import { app, dialog } from "electron";
import type { createDisposers } from "./disposers.ts";
import type { Log } from "./log.ts";

/** A bug of ours: logged, shown once, and the end, in order, so that nothing goes on in an unknown state. */
export function endOnFault(log: Log, parts: ReturnType<typeof createDisposers>): void {
  const onFault = (error: unknown) => {
    log.error("Fault", { error });
    // What is cut off by quitting, such as a page that was still loading, is nobody's concern.
    if (parts.ending()) return;
    const ended = parts.end();
    if (app.isReady())
      dialog.showErrorBox(
        "Bookbell has to close",
        "Something went wrong inside Bookbell. Please start it again.",
      );
    void ended.finally(() => app.exit(1));
  };
  process.on("uncaughtException", onFault);
  process.on("unhandledRejection", onFault);
}
