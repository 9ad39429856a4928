/**
 * Runs `job` after each call; calls made while it runs share one further run. The promise settles when the run
 * that covers the call has ended, however many calls come meanwhile, and never rejects.
 */
export function coalesce(job: () => Promise<void>, onFault: (error: unknown) => void): () => Promise<void> {
  let last = Promise.resolve();
  let next: Promise<void> | null = null;

  async function run() {
    next = null;
    await job();
  }

  return () => {
    next ??= last.then(run).catch(onFault);
    last = next;
    return next;
  };
}
