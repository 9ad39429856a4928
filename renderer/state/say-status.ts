import { effect, type ReadonlySignal } from "@preact/signals";
import type { ReachView } from "../../common/tunnel.ts";
import { words } from "../words.ts";
import { reachKey, type StatusLine } from "./status.ts";

/** Speaks what has newly gone wrong, and that bookings arrive again; what was so when the page opened stands there. */
export function sayNewStatus(
  status: ReadonlySignal<readonly StatusLine[]>,
  reach: () => ReachView | undefined,
  say: (text: string) => void,
): () => void {
  let known: ReadonlySet<string> | null = null;
  return effect(() => {
    const lines = status.value;
    const now = reach();
    if (!now) return;
    const before = known;
    known = new Set(lines.map((line) => line.key));
    if (!before) return;
    for (const line of lines) if (!before.has(line.key)) say(`${line.message} ${line.remedy}`);
    if (now.state === "receiving" && before.has(reachKey) && !known.has(reachKey)) say(words.reach.again);
  });
}
