import type { Bridge } from "../../common/ipc.ts";

/** The contract's limit; a stack says enough in less. */
const longest = 4000;
/** A fault in a loop must not flood the log. */
const most = 20;

/** Sends the page's uncaught errors to the log that main writes. Returns the function for errors caught elsewhere. */
export function reportFaults(target: Window, bridge: Bridge): (fault: unknown) => void {
  let sent = 0;
  const report = (fault: unknown) => {
    if (sent++ >= most) return;
    // A failing log must not become the next fault.
    bridge.window.reportFault(inWords(fault).slice(0, longest)).catch(() => {});
  };
  target.addEventListener("error", (event) => report(event.error ?? event.message));
  target.addEventListener("unhandledrejection", (event) => report(event.reason));
  return report;
}

function inWords(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  return fault.stack ?? `${fault.name}: ${fault.message}`;
}
