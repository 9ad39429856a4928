import { useId, useState } from "preact/hooks";
import type { Problem } from "../../common/problems.ts";
import { type ReminderLead, reminderLeads } from "../../common/reminders.ts";
import type { SettingsView } from "../../common/settings.ts";
import { words } from "../../common/words/page.ts";
import { Group } from "../form/group.tsx";
import { OnOff } from "../form/on-off.tsx";
import { ProblemText } from "../parts/problem-text.tsx";
import { problemOf } from "../state/answer.ts";
import type { PageState } from "../state/page-state.ts";

interface Props {
  readonly settings: SettingsView;
  readonly change: PageState["changeSettings"];
}

/** When the host is reminded of a booking: any of several times before it, or none. */
export function Reminders({ settings, change }: Props) {
  const id = useId();
  const [problem, setProblem] = useState<Problem | null>(null);

  async function toggle(lead: ReminderLead) {
    const on = settings.reminders.includes(lead);
    const reminders = reminderLeads.filter((one) => (one === lead ? !on : settings.reminders.includes(one)));
    setProblem(problemOf(await change({ reminders })));
  }

  return (
    <Group title={words.reminders.title}>
      <fieldset class="setting setting-tall" aria-describedby={`${id}-help`}>
        <legend class="visually-hidden">{words.reminders.leads}</legend>
        <div class="setting-words" id={`${id}-help`}>
          <p class="setting-name" aria-hidden="true">
            {words.reminders.leads}
          </p>
          <p class="help">{words.reminders.help}</p>
          <ProblemText problem={problem} />
        </div>
        <div class="choice">
          {reminderLeads.map((lead) => (
            <label key={lead} class="choice-option">
              <input
                type="checkbox"
                class="choice-radio"
                checked={settings.reminders.includes(lead)}
                onChange={() => void toggle(lead)}
              />
              <span>{words.reminders.lead({ minutes: lead })}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <OnOff
        name={words.reminders.notJoined}
        help={words.reminders.notJoinedHelp}
        value={settings.notJoined}
        choose={(on) => change({ notJoined: on })}
      />
    </Group>
  );
}
