import type { RuleDraft } from "../../common/destination-view.ts";
import { type DetailLevel, detailLevels, type Rule } from "../../common/destinations.ts";
import type { InputOf } from "../../common/ipc.ts";

/** A rule while it is written: it may lead nowhere yet, and want nothing. */
export interface Draft extends Omit<RuleDraft, "destination"> {
  readonly destination: string | null;
}

/** What is still to be said of it. */
export type Missing = "kinds" | "projects" | "hosts" | "destination";

/** A new one. */
export const freshDraft = (destination: string | null): Draft => ({
  id: null,
  on: true,
  kinds: ["new"],
  projects: null,
  hosts: null,
  destination,
  detail: "time",
});

export function draftOf({ since: _, ...rule }: Rule): RuleDraft {
  return rule;
}

/** Null once nothing is missing. */
export function missingIn({ kinds, projects, hosts, destination }: Draft): Missing | null {
  if (kinds.length === 0) return "kinds";
  if (projects?.length === 0) return "projects";
  if (hosts?.length === 0) return "hosts";
  return destination === null ? "destination" : null;
}

/** As main takes it; null while something is missing. */
export function askOf(draft: Draft): InputOf<"destinations.saveRule"> | null {
  const { destination } = draft;
  return destination === null || missingIn(draft) ? null : wholeOf({ ...draft, destination });
}

/** The same of one that lacks nothing. */
export const wholeOf = ({
  kinds,
  projects,
  hosts,
  ...rest
}: RuleDraft): InputOf<"destinations.saveRule"> => ({
  ...rest,
  kinds: [...kinds],
  projects: projects && [...projects],
  hosts: hosts && [...hosts],
});

/** As much as the rules let go to a destination; without one as little as can be. */
export function fullestFor(destination: string, rules: readonly Rule[]): DetailLevel {
  const levels = rules.filter((rule) => rule.destination === destination).map(({ detail }) => detail);
  return detailLevels.findLast((level) => levels.includes(level)) ?? detailLevels[0];
}
