interface Pause {
  readonly at: number;
  readonly end: () => void;
}

/** Lets go on whatever waits for nothing but promises. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Time that passes when the test says so. */
export function playedTime(start: number) {
  let elapsed = 0;
  /** What the clock is off by. */
  let set = start;
  const pauses = new Set<Pause>();
  const lengths: number[] = [];
  return {
    now: () => set + elapsed,
    /** How long each pause was to be. */
    lengths,
    pausing: () => pauses.size,
    pause(ms: number, signal: AbortSignal): Promise<void> {
      lengths.push(ms);
      return new Promise((resolve) => {
        const pause = { at: elapsed + ms, end: resolve };
        pauses.add(pause);
        signal.addEventListener("abort", () => {
          pauses.delete(pause);
          resolve();
        });
      });
    },
    /** The clock is set; nothing waits shorter or longer for it. */
    setClock(by: number): void {
      set += by;
    },
    /** All pauses that end within it end in their order, each with all that follows from it. */
    async pass(ms: number): Promise<void> {
      const until = elapsed + ms;
      for (;;) {
        await settled();
        const [next] = [...pauses].sort((a, b) => a.at - b.at);
        if (!next || next.at > until) break;
        pauses.delete(next);
        elapsed = Math.max(elapsed, next.at);
        next.end();
      }
      elapsed = until;
      await settled();
    },
  };
}
