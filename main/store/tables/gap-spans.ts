import type { Gap, GapReason } from "../../../common/tunnel.ts";

/** Of a gap after which Timekit was not asked yet. */
export const notAsked = { fetched: null, whole: true } as const;

type Ended = Gap & { readonly to: number };

/** How long Bookbell may have been silent without a gap: a heartbeat on the disk, and half of the next. */
const silenceMs = 90_000;

/** These are known from the computer itself, so they cut what was only seen from within. */
const surest: ReadonlySet<GapReason> = new Set<GapReason>(["asleep", "not-running", "too-long-away"]);

/** What one more span makes of the gaps that it overlaps or touches: no instant is in two, and neighbours of one reason are one. */
export function withGap(known: readonly Gap[], added: Gap): Gap[] {
  const pieces = surest.has(added.reason)
    ? [...known.flatMap((gap) => cut(gap, added)), added]
    : [...known, ...known.reduce<Gap[]>((left, gap) => left.flatMap((piece) => cut(piece, gap)), [added])];
  const sorted = pieces.filter(isLong).sort((a, b) => a.from - b.from);
  return sorted.reduce<Gap[]>(join, []);
}

/** What the last run left: up to when its open gap lasted (null = none to close), and how long Bookbell did not run. */
export function sinceLastRun(last: {
  readonly open: Gap | null;
  /** When Bookbell was last known to run, not after `now`; null = never. */
  readonly aliveAt: number | null;
  readonly now: number;
  /** Whether a tunnel was to be open. */
  readonly wanted: boolean;
  /** Somebody else keeps what arrives meanwhile: not running is no gap by itself. */
  readonly keeps: boolean;
}): { readonly closeAt: number | null; readonly notRunning: Gap | null } {
  const { open, now, wanted, keeps } = last;
  const aliveAt = last.aliveAt ?? now;
  const wasLong = wanted && now - aliveAt > silenceMs;
  return {
    // After a short pause it has simply gone on: while Bookbell was not running, nothing arrived either.
    closeAt: open && (wanted && !wasLong ? now : Math.max(aliveAt, open.from)),
    notRunning: wasLong && !keeps ? { from: aliveAt, to: now, reason: "not-running", ...notAsked } : null,
  };
}

/**
 * What of the absence until `now` is a gap where somebody else keeps for `keptMs` what arrives meanwhile: the rest came
 * late, and is not lost. `contactAt` is when Bookbell last fetched from there, null = never.
 */
export function lostSince(contactAt: number | null, now: number, keptMs: number): Ended | null {
  const to = now - keptMs;
  return contactAt !== null && contactAt < to
    ? { from: contactAt, to, reason: "too-long-away", ...notAsked }
    : null;
}

/** What of a gap is over or lasts at `now`: the rest was noted by a clock that was ahead. */
export function upTo(now: number, gap: Gap): Gap[] {
  if (gap.to === null || gap.to <= now) return [gap].filter(({ from }) => from <= now);
  return [{ ...gap, to: now }].filter(isLong);
}

const endOf = ({ to }: Gap) => to ?? Number.POSITIVE_INFINITY;
const isLong = (gap: Gap) => gap.from < endOf(gap);

/** What is left of a gap before and after a hole. */
function cut(gap: Gap, hole: Gap): Gap[] {
  const before = { ...gap, to: orOpen(Math.min(endOf(gap), hole.from)) };
  const after = { ...gap, from: Math.max(gap.from, endOf(hole)) };
  return [before, after].filter(isLong);
}

function join(gaps: Gap[], next: Gap): Gap[] {
  const last = gaps.at(-1);
  if (!last || last.reason !== next.reason || endOf(last) < next.from) return [...gaps, next];
  // Timekit was not asked about all of it, so it must be asked again.
  const joined: Gap = { ...last, to: orOpen(Math.max(endOf(last), endOf(next))), ...notAsked };
  return [...gaps.slice(0, -1), joined];
}

const orOpen = (to: number): number | null => (to === Number.POSITIVE_INFINITY ? null : to);
