import { hueById, hues } from "../../common/hues.ts";
import { type Project, type ProjectRule, ruleOf } from "../../common/policy.ts";

type Rules = Readonly<Record<string, ProjectRule>>;

/**
 * The rules with a colour for each of these projects that has none yet: one that no other has while there is any, so that two
 * are told apart. Null = each has one.
 */
export function withHues(rules: Rules, projects: readonly Project[]): Rules | null {
  const without = projects.filter((project) => !ruleOf(rules, project)?.hue);
  if (without.length === 0) return null;
  const taken = new Set(Object.values(rules).map(({ hue }) => hue));
  const added = { ...rules };
  for (const { id, name } of without) {
    const own = hueById(id);
    const hue = taken.has(own) ? (hues.find((one) => !taken.has(one)) ?? own) : own;
    taken.add(hue);
    added[id] = {
      ...(ruleOf(rules, { id }) ?? { name, alerts: null, reminders: null, fullScreen: false }),
      hue,
    };
  }
  return added;
}
