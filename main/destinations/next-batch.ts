import type { DestinationKind } from "../../common/destinations.ts";
import type { Batch } from "./destination.ts";
import type { Waiting } from "./queue.ts";
import { isDigestDue } from "./slack.ts";
import { isMovedAway } from "./wording.ts";

/** How long the first half of a reschedule waits for the other, which mostly comes with it and takes its place. */
const halfWaitsMs = 2_000;
/** So many are told as one digest; the next digest tells the others. */
export const mostAtOnce = 500;

/** What goes out next of what waits, oldest first: one, or a digest; a number is how long the first has to wait yet. */
export function nextBatch(
  rows: readonly Waiting[],
  kind: DestinationKind,
  now: number,
): Batch<Waiting> | number | null {
  const held = rows.findIndex((row) => waitOf(row, now) > 0);
  const [first, ...more] = held < 0 ? rows : rows.slice(0, held);
  if (!first) return rows[0] ? waitOf(rows[0], now) : null;
  return kind !== "url" && isDigestDue(more.length + 1) ? [first, ...more] : [first];
}

function waitOf({ message, owedAt }: Waiting, now: number): number {
  const age = now - owedAt;
  // The clock may have been set back.
  return isMovedAway(message) && age >= 0 ? Math.max(0, halfWaitsMs - age) : 0;
}
