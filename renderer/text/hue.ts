import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Hue } from "../../common/hues.ts";
import type { ProjectRule } from "../../common/policy.ts";
import { hueOf } from "../../common/project-hue.ts";

type Rules = Readonly<Record<string, Pick<ProjectRule, "hue">>>;

/** What is kept of each project, its colour among it. */
export const ProjectRules = createContext<Rules>({});

/** The colour of a project, by what is kept of all. */
export function useHue(): (projectId: string | null | undefined) => Hue {
  const rules = useContext(ProjectRules);
  return (projectId) => hueOf(projectId, rules);
}
