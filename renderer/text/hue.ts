import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { type Hue, hueById } from "../../common/hues.ts";
import { type ProjectRule, ruleOf } from "../../common/policy.ts";

type Rules = Readonly<Record<string, Pick<ProjectRule, "hue">>>;

/** What is kept of each project, its colour among it. */
export const ProjectRules = createContext<Rules>({});

/** The colour of a project: the one that is kept, else one by its id. Without projects all is teal. */
export function hueOf(projectId: string | null | undefined, rules: Rules = {}): Hue {
  if (!projectId) return "teal";
  return ruleOf(rules, { id: projectId })?.hue ?? hueById(projectId);
}

/** The same, by what is kept of all projects. */
export function useHue(): (projectId: string | null | undefined) => Hue {
  const rules = useContext(ProjectRules);
  return (projectId) => hueOf(projectId, rules);
}
