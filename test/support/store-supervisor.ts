import { onTestFinished } from "vitest";
import { type RoomLimits, roomLimits } from "../../main/bookings/room-rule.ts";
import { createSupervisor } from "../../main/store/thread/supervisor.ts";
import { storeWorker } from "./files.ts";

/** A store of that file, and what it says, told one by one. */
export function aStoreSupervisor(file: string, limits: RoomLimits = roomLimits) {
  const clock = { elapsed: 0 };
  const said: (string | null)[] = [];
  const waiting: (() => void)[] = [];
  const say = (what: string | null) => {
    said.push(what);
    for (const look of waiting.splice(0)) look();
  };
  const store = createSupervisor({
    worker: storeWorker,
    file,
    retryMs: 20,
    limits,
    elapsed: () => clock.elapsed,
    onFault() {},
  });
  store.onProblem((problem) => say(problem?.code ?? null));
  store.onRecovered((how) => say(how));
  store.start();
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= store.close();
    return closing;
  };
  onTestFinished(close);
  return {
    store,
    /** The clock that nobody can set, for the test to set. */
    clock,
    said,
    close,
    /** Settles, with all that was said up to it, once that has been said, from now on or before. */
    async saying(what: string | null): Promise<(string | null)[]> {
      while (!said.includes(what)) await new Promise<void>((resolve) => waiting.push(resolve));
      return said.splice(0, said.indexOf(what) + 1);
    },
  };
}
