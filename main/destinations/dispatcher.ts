import { coalesce } from "../lib/coalesce.ts";
import { createOneDestination, type SendingParts } from "./one-destination.ts";
import { persist } from "./persist.ts";

/**
 * Sends what is owed to destinations, each of them in order and none waiting for another. Nothing is sent before `start`, nor
 * before what a crash left under way is marked as doubtful.
 */
export function createDispatcher(parts: SendingParts) {
  const { queue, onFault } = parts;
  const all = new Map<string, ReturnType<typeof createOneDestination>>();
  const ending = new AbortController();
  let isReady = false;

  function oneOf(id: string) {
    const one = all.get(id) ?? createOneDestination(id, parts);
    all.set(id, one);
    return one;
  }

  const look = coalesce(async () => {
    const due = await persist(() => queue.due(), parts, ending.signal);
    if (due && !ending.signal.aborted) for (const id of due.value) void oneOf(id).run();
  }, onFault);

  async function begin() {
    await persist(() => queue.recover(), parts, ending.signal);
    isReady = !ending.signal.aborted;
    wake();
  }

  function wake() {
    if (isReady && !ending.signal.aborted) void look();
  }

  return {
    start: (): void => void begin().catch(onFault),
    /** Something may be owed, as after a delivery. */
    wake,
    /** Tries at once, also where it is stopped, as after its user did something about it. */
    retry(id: string): void {
      if (isReady && !ending.signal.aborted) oneOf(id).retry();
    },
    /** The computer woke. */
    resumed(): void {
      for (const one of all.values()) one.resumed();
      wake();
    },
    /** It is no more, nor is what waited for it. */
    removed(id: string): void {
      void all.get(id)?.close();
      all.delete(id);
    },
    /** Ends what is under way, which is doubtful at the next start. Settles once nothing more is done. */
    async close(): Promise<void> {
      ending.abort();
      await Promise.all([look(), ...[...all.values()].map((one) => one.close())]);
    },
  };
}
