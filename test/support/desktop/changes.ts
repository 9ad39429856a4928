/** Recorded events that can be waited for: every waiter looks again when something is announced. */
export class Changes {
  readonly #waiting = new Set<() => void>();

  announce(): void {
    for (const attempt of this.#waiting) attempt();
  }

  /** What `look` finds, now or after a later announcement. */
  until<T>(look: () => T | undefined, timeoutMs: number, missing: () => string): Promise<T> {
    const { promise, resolve, reject } = withResolvers<T>();
    const attempt = () => {
      try {
        const found = look();
        if (found !== undefined) resolve(found);
      } catch (error) {
        reject(error);
      }
    };
    const late = () => reject(new Error(`${missing()} (waited ${timeoutMs} ms)`));
    const timer = setTimeout(late, timeoutMs);
    this.#waiting.add(attempt);
    attempt();
    return promise.finally(() => {
      clearTimeout(timer);
      this.#waiting.delete(attempt);
    });
  }
}

/** As `promise`, or an error naming what is missing after that time. */
export async function within<T>(promise: Promise<T>, timeoutMs: number, missing: string): Promise<T> {
  const { promise: late, reject } = withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`${missing} (waited ${timeoutMs} ms)`)), timeoutMs);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

// Promise.withResolvers came with Node 22; the tests run on 20.
function withResolvers<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
