/** Whether the store keeps what it is given, for whoever waits until it does. */
export function createKeeping() {
  let keeps = true;
  const waiting = new Set<() => void>();
  return {
    set(is: boolean): void {
      keeps = is;
      if (is) for (const go of [...waiting]) go();
    },
    /** Settles once it does, or `signal` aborts. */
    when(signal: AbortSignal): Promise<void> {
      if (keeps || signal.aborted) return Promise.resolve();
      return new Promise((resolve) => {
        function go() {
          waiting.delete(go);
          signal.removeEventListener("abort", go);
          resolve();
        }
        waiting.add(go);
        signal.addEventListener("abort", go);
      });
    },
  };
}
