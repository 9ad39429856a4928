const mostMs = 10_000;

/** Settles within 10 s: as the promise does, or rejected with what `late` makes. */
export function inTime<T>(promise: Promise<T>, late: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const deadline = setTimeout(() => reject(late()), mostMs);
    promise.then(resolve, reject).finally(() => clearTimeout(deadline));
  });
}
