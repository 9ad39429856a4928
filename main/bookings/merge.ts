import type { Verdict } from "../../common/delivery.ts";
import { type Facts, type Known, type Report, toldAt, undatedEnd } from "./facts.ts";
import { latest } from "./fields.ts";
import type { Word } from "./word.ts";

type Worth = Exclude<Verdict, "unreadable">;

/** For clocks that differ. */
const leewayMs = 86_400_000;

/**
 * The order law: each group of facts keeps the word with the greatest revision, so the result is the same for
 * every order and every repetition of the same reports. An older report can only fill in what no newer one told. Of a
 * group that a report tells in part, the same holds for each of its fields.
 * `asOf` = Timekit gave this report just now, when its own clock said so, in epoch milliseconds: words of a later date
 * than that are false, and give way; so does an end without a date, which says nothing against it.
 */
export function merge(
  known: Known | null,
  report: Report,
  asOf = Number.POSITIVE_INFINITY,
): { known: Known; verdict: Worth } {
  const facts: Record<string, Word> = { ...known?.facts };
  const isFalse = (revision: string) =>
    revision !== report.revision &&
    (toldAt(revision) > asOf + leewayMs || (asOf < Number.POSITIVE_INFINITY && revision >= undatedEnd));
  let filled = false;
  for (const [group, value] of Object.entries(report.facts)) {
    const had = facts[group];
    const told = report.told?.[group as keyof Facts];
    const word = latest(group, had, { revision: report.revision, value, told }, isFalse);
    if (!word || word === had) continue;
    facts[group] = word;
    filled = true;
  }
  return {
    known: filled || !known ? { id: report.id, facts: facts as KnownFacts } : known,
    verdict: known && isFalse(known.facts.standing.revision) ? "newer" : verdictOn(known, report.revision),
  };
}

type KnownFacts = Known["facts"] & Record<keyof Facts, unknown>;

function verdictOn(known: Known | null, revision: string): Worth {
  if (!known) return "first";
  const latest = known.facts.standing.revision;
  if (revision > latest) return "newer";
  return revision === latest ? "duplicate" : "stale";
}
