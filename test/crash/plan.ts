import type { Random } from "../support/random.ts";
import { disturbances } from "./disturbances.ts";
import { seams } from "./seams.ts";

/** What is done in one round. */
export interface Round {
  readonly seam: string;
  readonly hidden: boolean;
  readonly disturbed: readonly Disturbed[];
}

/** When a disturbance begins, and how long it lasts unless the kill ends it, in milliseconds. */
export interface Disturbed {
  readonly by: string;
  readonly after: number;
  readonly lasts: number;
}

/** Longer than Bookbell waits for a daemon that hangs. */
const longMs = 12_000;

/** Every seam as often as the others, in random order, each with none, one or two disturbances. */
export function planOf(rounds: number, random: Random): Round[] {
  const names = Object.keys(seams);
  const order = Array.from({ length: Math.ceil(rounds / names.length) }, () =>
    shuffled(names, random),
  ).flat();
  return order.slice(0, rounds).map((seam) => {
    const many = random.pick([0, 1, 1, 2]);
    const disturbed = shuffled(Object.keys(disturbances), random).slice(0, many);
    return { seam, hidden: random.chance(0.5), disturbed: disturbed.filter(goTogether).map(at) };
  });

  function at(by: string): Disturbed {
    const isLong = rounds > names.length && random.chance(0.1);
    return { by, after: random.below(400), lasts: isLong ? longMs : random.below(1_500) };
  }
}

/** There is one daemon: only the first of two things happens to it. */
const goTogether = (name: string, at: number, all: readonly string[]) =>
  !name.startsWith("daemon") || all.findIndex((one) => one.startsWith("daemon")) === at;

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const left = [...items];
  return items.map(() => left.splice(random.below(left.length), 1)[0] as T);
}
