import { type Hue, hueById } from "./hues.ts";
import { type ProjectRule, ruleOf } from "./policy.ts";

/** The colour of a project: the one that is kept, else one by its id. Without projects all is teal. */
export function hueOf(
  projectId: string | null | undefined,
  rules: Readonly<Record<string, Pick<ProjectRule, "hue">>> = {},
): Hue {
  if (!projectId) return "teal";
  return ruleOf(rules, { id: projectId })?.hue ?? hueById(projectId);
}
