import { effect, type ReadonlySignal } from "@preact/signals";
import { type Health, reachKey } from "../../common/health.ts";
import { words } from "../../common/words/page.ts";
import type { StatusLine } from "./status.ts";

/** Speaks what has newly gone wrong, and that bookings arrive again; what was so when the page opened stands there. */
export function sayNewStatus(
  status: ReadonlySignal<readonly StatusLine[]>,
  health: ReadonlySignal<Health | null>,
  say: (text: string) => void,
): () => void {
  let known: ReadonlySet<string> | null = null;
  return effect(() => {
    const lines = status.value;
    const now = health.value;
    if (!now) return;
    const before = known;
    known = new Set(lines.map((line) => line.key));
    if (!before) return;
    for (const line of lines) if (!before.has(line.key)) say(`${line.message} ${line.remedy}`);
    if (now.level === "receiving" && before.has(reachKey)) say(words.health.again);
  });
}
