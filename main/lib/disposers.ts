/** Ends one part; settles also when that fails. */
export type Disposer = () => void | Promise<void>;

/**
 * What must be ended before quitting: each is ended once, the newest first, all within `limitMs`, after which
 * quitting goes on without them.
 */
export function createDisposers(limitMs: number, onFailed: (error: unknown) => void) {
  const disposers: Disposer[] = [];
  let ending: Promise<void> | undefined;

  async function endAll() {
    for (const dispose of disposers.reverse()) {
      try {
        await dispose();
      } catch (error) {
        onFailed(error);
      }
    }
  }

  return {
    /** Whether quitting has begun. */
    ending: (): boolean => ending !== undefined,
    add: (dispose: Disposer): void => void disposers.push(dispose),
    end(): Promise<void> {
      const limit = new Promise<void>((resolve) => setTimeout(resolve, limitMs).unref());
      ending ??= Promise.race([endAll(), limit]);
      return ending;
    },
  };
}
