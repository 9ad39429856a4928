/**
 * Runs `job` after each call; calls made while it runs share one further run. The promise settles when the run
 * that covers the call has ended, and never rejects.
 */
export function coalesce(job: () => Promise<void>, onFault: (error: unknown) => void): () => Promise<void> {
  let running: Promise<void> | null = null;
  let again = false;

  async function run() {
    while (again) {
      again = false;
      await Promise.resolve().then(job).catch(onFault);
    }
    running = null;
  }

  return () => {
    again = true;
    running ??= run();
    return running;
  };
}
