import { type Project, type ProjectRule, ruleOf } from "../../common/policy.ts";
import { reminderLeads } from "../../common/reminders.ts";
import type { SettingsView } from "../../common/settings.ts";
import { words } from "../../common/words/page.ts";
import { Choice } from "../form/choice.tsx";
import { Group } from "../form/group.tsx";
import type { PageState } from "../state/page-state.ts";

interface Props {
  readonly settings: SettingsView;
  readonly project: Project;
  readonly change: PageState["changeSettings"];
}

/** What the user wants otherwise for the bookings of one project. */
export function ProjectRules({ settings, project: { id, name }, change }: Props) {
  const rule: ProjectRule = ruleOf(settings.projects, { id }) ?? { name, alerts: null, reminders: null };
  const changeRule = (part: Partial<ProjectRule>) =>
    change({
      projects: { ...settings.projects, [id]: { ...rule, ...part, name } },
    });
  const lead = rule.reminders === null ? "as-set" : (rule.reminders[0] ?? "none");
  return (
    <Group title={name || words.agenda.untitled}>
      <Choice
        name={words.alerts.project}
        options={[
          { value: "as-above", label: words.alerts.asAbove },
          { value: "list", label: words.alerts.treatments.list },
          { value: "ignore", label: words.alerts.treatments.ignore },
        ]}
        value={rule.alerts ?? "as-above"}
        choose={(chosen) => changeRule({ alerts: chosen === "as-above" ? null : chosen })}
      />
      <Choice
        name={words.alerts.reminders}
        options={[
          { value: "as-set", label: words.alerts.asSet },
          { value: "none", label: words.alerts.none },
          ...reminderLeads.map((value) => ({ value, label: words.alerts.lead({ minutes: value }) })),
        ]}
        value={lead}
        tall
        choose={(chosen) =>
          changeRule({ reminders: chosen === "as-set" ? null : chosen === "none" ? [] : [chosen] })
        }
      />
    </Group>
  );
}
