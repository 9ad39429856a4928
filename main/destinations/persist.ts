/** What calling until it works needs. */
export interface PersistParts {
  /** Waits; settles early once the signal aborts. */
  pause(ms: number, signal: AbortSignal): Promise<void>;
  onFault(error: unknown): void;
}

const againAfterMs = 5_000;

/** Calls until that works, and gives what came of it; null once `signal` aborted. What fails is told. */
export async function persist<T>(
  call: () => Promise<T>,
  { pause, onFault }: PersistParts,
  signal: AbortSignal,
): Promise<{ readonly value: T } | null> {
  while (!signal.aborted)
    try {
      return { value: await call() };
    } catch (error) {
      onFault(error);
      await pauseUntil(againAfterMs, pause, signal);
    }
  return null;
}

/** Settles as well when the signal ends it. */
export async function pauseUntil(
  ms: number,
  pause: PersistParts["pause"],
  signal: AbortSignal,
): Promise<void> {
  try {
    if (!signal.aborted) await pause(ms, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
