import type { Played } from "./round.ts";
import type { Toasts } from "./toasts.ts";

/** What a run says of itself. */
export function figuresOf(played: readonly Played[], { told, received, again, doubled }: Toasts): string {
  const sum = (of: (one: Played) => number) => played.reduce((all, one) => all + of(one), 0);
  const seams = counted(played.map(({ seam, reached }) => `${seam}${reached ? "" : " (not reached)"}`));
  const by = counted(played.flatMap(({ disturbed }) => disturbed.map(({ by }) => by)));
  return [
    `${played.length} kills: ${seams}`,
    `disturbed by: ${by}`,
    `${sum((one) => one.acknowledged)} acknowledged, ${sum((one) => one.refused)} refused with 503; 0 lost`,
    `${told} changes told in ${received} notifications, ${again.length} again after a kill, ${doubled.length} beside the first`,
  ].join("\n");
}

function counted(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, times]) => `${name} ${times}`).join(", ");
}
