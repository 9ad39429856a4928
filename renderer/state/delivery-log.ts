import { batch, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { DeliveryFilter, DeliveryLine } from "../../common/delivery.ts";
import type { Requests } from "../../common/ipc.ts";
import type { Problem } from "../../common/problems.ts";

/** As much of the delivery log as was asked for, newest first. */
export interface DeliveryLog {
  /** Which are listed, from the next start on. */
  readonly only: Signal<DeliveryFilter>;
  /** Null until the first page is there. */
  readonly lines: ReadonlySignal<readonly DeliveryLine[] | null>;
  readonly more: ReadonlySignal<boolean>;
  /** Why the newest lines, or the older ones, could not be had. */
  readonly problem: ReadonlySignal<{ readonly of: "newest" | "older"; readonly why: Problem } | null>;
  /** Forgets what was loaded and begins with the newest page. */
  readonly start: () => Promise<void>;
  /** Brings in what is new; older pages stay. */
  readonly refresh: () => Promise<void>;
  /** Adds the next older page; how many lines that brought. */
  readonly older: () => Promise<number>;
}

export function createDeliveryLog({ list }: Pick<Requests["deliveries"], "list">): DeliveryLog {
  const lines = signal<readonly DeliveryLine[] | null>(null);
  const only = signal<DeliveryFilter>("everything");
  const more = signal(false);
  const problem = signal<DeliveryLog["problem"]["value"]>(null);
  /** What was asked for before the last start is not to be shown any more. */
  let turn = 0;

  async function page(of: "newest" | "older", before: number | null) {
    const asking = turn;
    const answer = await list({ before, only: only.peek() });
    if (asking !== turn) return null;
    problem.value = answer.ok ? null : { of, why: answer.error };
    return answer.ok ? answer.value : null;
  }

  const refresh = coalesced(async () => {
    const known = lines.peek()?.[0]?.seq ?? null;
    const fresh: DeliveryLine[] = [];
    let oldest: number | null = null;
    let follows = true;
    // A burst may have brought more than one page since.
    while (follows && (oldest === null || (known !== null && oldest > known))) {
      const next = await page("newest", oldest);
      if (!next) return;
      fresh.push(...next.lines);
      oldest = next.lines.at(-1)?.seq ?? 0;
      follows = next.more;
    }
    const limit = oldest ?? 0;
    const kept = follows ? (lines.peek() ?? []).filter((line) => line.seq < limit) : [];
    batch(() => {
      if (kept.length === 0) more.value = follows;
      lines.value = [...fresh, ...kept];
    });
  });

  return {
    only,
    lines,
    more,
    problem,
    refresh,
    start: () => {
      turn++;
      batch(() => {
        lines.value = null;
        more.value = false;
        problem.value = null;
      });
      return refresh();
    },
    async older() {
      const last = lines.peek()?.at(-1);
      if (!last) return 0;
      const next = await page("older", last.seq);
      const shown = lines.peek();
      if (!next || shown?.at(-1)?.seq !== last.seq) return 0;
      batch(() => {
        more.value = next.more;
        lines.value = [...shown, ...next.lines];
      });
      return next.lines.length;
    },
  };
}

/** While one run is under way, any number of calls make one more of it. */
function coalesced(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let again = false;
  async function repeat() {
    do {
      again = false;
      await run();
    } while (again);
    running = null;
  }
  return () => {
    again = true;
    running ??= repeat();
    return running;
  };
}
