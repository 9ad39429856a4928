import type { Row } from "./row.ts";

type Dated = Pick<Row, "updatedAt" | "createdAt" | "startsAt">;

/**
 * Whether rows that lie in the order of `updatedAt` lie in no other order that a server may have by itself. Most
 * bookings never change, so that a list in the order of `createdAt` looks much the same.
 */
export const isOrderByUpdate = (rows: readonly Dated[]): boolean =>
  goesUpAndDown(rows.map(({ createdAt }) => createdAt)) &&
  goesUpAndDown(rows.map(({ startsAt }) => startsAt));

function goesUpAndDown(values: readonly (number | null)[]): boolean {
  const told = values.filter((value) => value !== null);
  const steps = told.slice(1).map((value, i) => value - (told[i] as number));
  return steps.some((step) => step > 0) && steps.some((step) => step < 0);
}

/** Remembers what was seen on the pages: rows move on to later ones when a booking changes meanwhile. */
export function createSight() {
  const seen = new Map<string, number>();
  const rows: Dated[] = [];
  let last = Number.POSITIVE_INFINITY;
  let ordered = true;

  return {
    /** Whether this run has not come upon it yet, or upon an older state of it. */
    isNews({ key, updatedAt, createdAt, startsAt }: Row): boolean {
      if ((seen.get(key) ?? -1) >= (updatedAt ?? 0)) return false;
      seen.set(key, updatedAt ?? 0);
      if (updatedAt === null) return true;
      ordered &&= updatedAt <= last;
      last = updatedAt;
      rows.push({ updatedAt, createdAt, startsAt });
      return true;
    },
    /** Every row that tells its `updatedAt`, as it came. */
    rows: (): readonly Dated[] => rows,
    /** How many rows there are, each counted once. */
    count: () => seen.size,
    /** Whether each row is as old as the one before it, or older. */
    ordered: () => ordered,
    oldest: () => last,
    /** The greatest `updatedAt` that is not beyond `limit`; 0 = none. */
    newest: (limit: number): number =>
      rows.reduce(
        (most, { updatedAt }) => ((updatedAt ?? 0) <= limit ? Math.max(most, updatedAt ?? 0) : most),
        0,
      ),
  };
}
