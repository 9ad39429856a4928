import type { Standing } from "../../common/destination-view.ts";
import type { DestinationKind } from "../../common/destinations.ts";
import { isGivenUp, longSilence, waitMs } from "./backoff-plan.ts";
import type { Batch, Outcome } from "./destination.ts";
import type { Settled, Waiting } from "./queue.ts";

/** What follows from a try. */
export interface Verdict {
  /** What becomes of each that was tried. */
  readonly settled: (row: Waiting) => Settled;
  /** How the destination is since; null = as before. */
  readonly standing: Standing | null;
  /** How long it is left alone, awake and online. */
  readonly waitMs: number;
}

/** What is known of a try besides its outcome. */
export interface Tried {
  readonly kind: DestinationKind;
  readonly host: string;
  readonly batch: Batch<Waiting>;
  /** How the destination was before. */
  readonly standing: Standing;
  readonly now: number;
  readonly random: () => number;
}

/** How often whatever is not told of is looked at. */
export const sliceMs = 5_000;
/** Also where an answer asks for no wait at all, lest it be asked over and over. */
const leastWaitMs = 1_000;

/** A null outcome is none: this computer is offline. */
export function verdictOf(outcome: Outcome | null, tried: Tried): Verdict {
  if (!outcome) return { settled: untried, standing: null, waitMs: sliceMs };
  if (outcome.result === "sent") return { settled: () => asSent, standing: working, waitMs: 0 };
  if (outcome.result === "refused") return ofRefused(outcome, tried);
  if (outcome.result === "again") return ofAgain(outcome, tried);
  const { why } = outcome;
  return { settled: owedWith({ why }), standing: { state: "stopped", since: tried.now, why }, waitMs: 0 };
}

export const working: Standing = { state: "working" };
const asSent: Settled = { state: "sent" };

type Owed = Extract<Settled, { state: "owed" }>;
const owedWith =
  (changes: Partial<Owed>) =>
  ({ doubtful }: Waiting): Settled => ({
    state: "owed",
    why: null,
    doubtful,
    refused: false,
    tried: true,
    ...changes,
  });
const untried = owedWith({ tried: false });

type Of<Result> = Extract<Outcome, { result: Result }>;

/** It answers, so it works: only this message is not taken. */
function ofRefused({ why }: Of<"refused">, { batch, standing, random }: Tried): Verdict {
  const owed = owedWith({ why, refused: true });
  const counts = batch.map(({ refusals }) => refusals + 1);
  const left = counts.filter((count) => !isGivenUp(count));
  return {
    settled: (row) => (isGivenUp(row.refusals + 1) ? { state: "given-up", why } : owed(row)),
    standing: standing.state === "failing" ? working : null,
    waitMs: left.length > 0 ? waitMs(Math.max(...left), null, random) : 0,
  };
}

function ofAgain({ why, afterMs, doubtful }: Of<"again">, tried: Tried): Verdict {
  const { kind, host, standing, now, random } = tried;
  const [since, before] = standing.state === "failing" ? [standing.since, standing.failures] : [now, 0];
  const failures = before + 1;
  const silence = longSilence(host, failures, since, now);
  return {
    // Slack cannot tell a repeat, so its readers get one at most.
    settled: (row) =>
      doubtful && row.doubtful && kind !== "url"
        ? { state: "given-up", why }
        : owedWith({ why, doubtful: doubtful || row.doubtful })(row),
    standing: silence
      ? { state: "stopped", since: now, why: silence }
      : { state: "failing", since, failures, why },
    waitMs: Math.max(leastWaitMs, waitMs(failures, afterMs, random)),
  };
}
