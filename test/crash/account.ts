import type { Notified } from "../support/desktop/notified.ts";
import type { Evidence } from "./evidence.ts";
import { alertKey, count, keyOf } from "./toasts.ts";

/** The alerts of a profile while no Bookbell ran, counted by what changed and whose booking it is. */
export interface Account {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly all: ReadonlyMap<string, number>;
  readonly owed: ReadonlyMap<string, number>;
}

export function accountOf({ alerts }: Pick<Evidence, "alerts">, at: number): Account {
  const all = new Map<string, number>();
  const owed = new Map<string, number>();
  for (const alert of alerts) {
    count(all, alertKey(alert));
    if (alert.outcome === null) count(owed, alertKey(alert));
  }
  return { at, all, owed };
}

/** What was told between two accounts more often than it was owed at the first or came after it, wherever it stood then. */
export function toldOnceMore(received: readonly Notified[], accounts: readonly Account[]): string[] {
  return accounts.flatMap((after, round) => {
    const before = accounts[round - 1] ?? accountOf({ alerts: [] }, 0);
    const told = new Map<string, number>();
    for (const notified of received)
      if (notified.at > before.at && notified.at <= after.at) count(told, keyOf(notified));
    return [...told].flatMap(([key, times]) => {
      const came = (after.all.get(key) ?? 0) - (before.all.get(key) ?? 0);
      const due = (before.owed.get(key) ?? 0) + came;
      return after.all.has(key) && times > due
        ? [`Round ${round + 1}, ${key}: ${times} times for ${due}`]
        : [];
    });
  });
}
