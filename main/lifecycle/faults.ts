import { app, dialog } from "electron";
import { appName } from "../../common/app-name.ts";
import type { MainWords } from "../../common/words/main.ts";
import type { createDisposers } from "../lib/disposers.ts";
import type { Log } from "./log.ts";

/**
 * A bug of ours: logged, the end of all parts in order, so that nothing goes on in an unknown state, and only then shown,
 * since while the box is open nothing else runs.
 */
export function endOnFault(
  log: Log,
  parts: ReturnType<typeof createDisposers>,
  words: () => MainWords,
): void {
  const onFault = (error: unknown) => {
    log.fault("Fault", { error });
    // What is cut off by quitting, such as a page that was still loading, is nobody's concern.
    if (parts.ending()) return;
    void parts
      .end()
      .then(words)
      .then(({ app: { closes, closesText } }) => show(closes, closesText))
      // As when the files of the words are no longer there.
      .catch(() => show(appName, String(error)))
      .finally(() => app.exit(1));
  };
  process.on("uncaughtException", onFault);
  process.on("unhandledRejection", onFault);
}

function show(title: string, text: string): void {
  if (app.isReady()) dialog.showErrorBox(title, text);
}
