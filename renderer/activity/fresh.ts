import type { ActivityLine } from "../../common/activity.ts";

/**
 * The lines that are marked as not looked at: of each booking that is, the newest, so that there are as many marks as the
 * bell counts.
 * @param unseen by the id of their row in a list
 */
export function freshOf(lines: readonly ActivityLine[], unseen: readonly string[]): Set<string> {
  const left = new Set(unseen);
  const marked = new Set<string>();
  for (const line of lines) {
    if (line.kind !== "change" || line.seen) continue;
    if (left.delete(line.booking.ownerId ?? line.booking.id)) marked.add(line.key);
  }
  return marked;
}
