import type { Known } from "./facts.ts";
import { isOfRevision } from "./word.ts";

/**
 * What is remembered of a booking that was forgotten or let go, so that its old deliveries bring nothing back: how far it
 * had come, without the last part of its revision, which tells of the content. What comes within the same second of
 * Timekit's, no further along, counts as old.
 */
export const markOf = (revision: string): string => revision.slice(0, revision.lastIndexOf("."));

/**
 * Whether a report of that revision tells of what is gone already. A newer one tells of a booking that lives on, which
 * its host has to hear of: it comes in as if it were the first.
 */
export const isGone = (mark: string, revision: string): boolean => markOf(revision) <= mark;

/** How long it is remembered, by the instant that retention goes by, milliseconds. */
export const rememberedMs = 365 * 86_400_000;

/** Whether a booking's customers, as they are known now, were told by the report of that revision, or by an older one. */
export const isNow = ({ facts }: Known, revision: string): boolean =>
  markOf(revision) >= markOf((facts.customers ?? facts.standing).revision);

/** Groups of facts in which people are named, and which later reports may leave as they were, in whole or in part. */
const words = ["texts", "comment", "answers", "customers"] as const;

/** What is left of a booking that is somebody else's now, when the report of that revision is forgotten. */
export function withoutWords(known: Known, revision: string): Known {
  const facts = { ...known.facts };
  for (const group of words) {
    const word = facts[group];
    if (word && isOfRevision(word, revision)) delete facts[group];
  }
  return Object.keys(facts).length === Object.keys(known.facts).length ? known : { ...known, facts };
}
