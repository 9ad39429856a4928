import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { type Hue, hues } from "../../common/hues.ts";
import { type ProjectRule, ruleOf } from "../../common/policy.ts";

type Rules = Readonly<Record<string, Pick<ProjectRule, "hue">>>;

/** What is kept of each project, its colour among it. */
export const ProjectRules = createContext<Rules>({});

/** The colour of a project: the one that is kept, else one by its id, always the same. Without projects all is teal. */
export function hueOf(projectId: string | null | undefined, rules: Rules = {}): Hue {
  if (!projectId) return "teal";
  const kept = ruleOf(rules, { id: projectId })?.hue;
  if (kept) return kept;
  // FNV-1a: ids that differ in one sign are far apart.
  let hash = 0x811c9dc5;
  for (const sign of projectId) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hues[hash % hues.length] ?? "teal";
}

/** The same, by what is kept of all projects. */
export function useHue(): (projectId: string | null | undefined) => Hue {
  const rules = useContext(ProjectRules);
  return (projectId) => hueOf(projectId, rules);
}
