/** Electron's powerMonitor, as far as sleep goes. On some systems it tells of each twice, or not at all. */
interface PowerEvents {
  on(event: "suspend" | "resume", listener: () => void): unknown;
  off(event: "suspend" | "resume", listener: () => void): unknown;
}

/** What noticing sleep needs of the rest of Bookbell. */
export interface SleepWatchParts {
  readonly power: PowerEvents;
  now(): number;
  /** Once for each sleep; epoch milliseconds. */
  onSlept(from: number, to: number): void;
}

/** A minute, and 90 s more than a busy computer may need. */
const overdueMs = 150_000;

/** Notices that the computer slept: by its own word, or by a minute that took too long. */
export function createSleepWatch({ power, now, onSlept }: SleepWatchParts) {
  let awakeAt = now();
  let asleepSince: number | null = null;

  function suspended() {
    asleepSince ??= now();
  }

  function look() {
    const at = now();
    const from = asleepSince ?? (at - awakeAt > overdueMs ? awakeAt : null);
    asleepSince = null;
    awakeAt = at;
    if (from !== null) onSlept(from, at);
  }

  power.on("suspend", suspended);
  power.on("resume", look);
  return {
    /** To be called every minute. */
    minute: look,
    close(): void {
      power.off("suspend", suspended);
      power.off("resume", look);
    },
  };
}
