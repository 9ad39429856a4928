import { hues } from "../../common/hues.ts";
import { type Project, type ProjectRule, ruleOf } from "../../common/policy.ts";
import { hueOf } from "../../common/project-hue.ts";
import { reminderLeads } from "../../common/reminders.ts";
import type { SettingsView } from "../../common/settings.ts";
import { words } from "../../common/words/page.ts";
import { Choice } from "../form/choice.tsx";
import { Group } from "../form/group.tsx";
import { OnOff } from "../form/on-off.tsx";
import { Swatches } from "../form/swatches.tsx";
import type { PageState } from "../state/page-state.ts";

interface Props {
  readonly settings: SettingsView;
  readonly project: Project;
  readonly change: PageState["changeSettings"];
}

const untouched = { alerts: null, reminders: null, hue: null, fullScreen: false };

/** The colour of one project, and what the user wants otherwise for its bookings. */
export function ProjectCard({ settings, project: { id, name }, change }: Props) {
  const text = words.projects;
  const rule: ProjectRule = ruleOf(settings.projects, { id }) ?? { name, ...untouched };
  const changeRule = (part: Partial<ProjectRule>) =>
    change({ projects: { ...settings.projects, [id]: { ...rule, ...part, name } } });
  const lead = rule.reminders === null ? "as-set" : (rule.reminders[0] ?? "none");
  return (
    <Group title={name || words.projects.unnamed}>
      <Swatches
        name={text.colour}
        options={hues.map((value) => ({ value, label: text.hues[value] }))}
        value={hueOf(id, settings.projects)}
        choose={(hue) => changeRule({ hue })}
      />
      <Choice
        name={text.changes}
        options={[
          { value: "same", label: text.sameAsAbove },
          { value: "list", label: words.alerts.treatments.list },
          { value: "ignore", label: words.alerts.treatments.ignore },
        ]}
        value={rule.alerts ?? "same"}
        choose={(chosen) => changeRule({ alerts: chosen === "same" ? null : chosen })}
      />
      <Choice
        name={text.reminders}
        options={[
          { value: "as-set", label: text.asSet },
          { value: "none", label: text.noReminders },
          ...reminderLeads.map((value) => ({ value, label: text.lead({ minutes: value }) })),
        ]}
        value={lead}
        tall
        choose={(chosen) =>
          changeRule({ reminders: chosen === "as-set" ? null : chosen === "none" ? [] : [chosen] })
        }
      />
      <OnOff
        name={text.fullScreen}
        help={text.fullScreenHelp}
        value={rule.fullScreen}
        choose={(fullScreen) => changeRule({ fullScreen })}
      />
    </Group>
  );
}
