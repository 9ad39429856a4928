import type { Log } from "../../lifecycle/log.ts";

/** Writes what was not taken as one line a minute with counts: a flood of it must not wash the rest out of the log. */
export function createAnswerCount(log: Pick<Log, "info" | "warn">) {
  let counts = new Map<string, number>();
  return {
    /** `error` = what failed here; of each kind of answer the first of a minute is written at once. */
    note(status: number, outcome: string, error?: unknown): void {
      const kind = `${status} ${outcome}`;
      const before = counts.get(kind) ?? 0;
      if (error && before === 0) log.warn("Could not take a request", { status, outcome, error });
      counts.set(kind, before + 1);
    },
    /** To be called every minute, and at the end. */
    write(): void {
      if (counts.size > 0) log.info("Requests not taken", Object.fromEntries(counts));
      counts = new Map();
    },
  };
}
