import { reminderLeads } from "../../common/reminders.ts";
import { words } from "../../common/words/page.ts";
import { Anchor } from "../form/anchor.tsx";
import { Card } from "../form/card.tsx";
import { Chips } from "../form/chips.tsx";
import { OnOff } from "../form/on-off.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { QuietHours } from "./quiet-hours.tsx";

/** When the host is reminded of a booking, and when changes are listed silently. */
export function RemindersPage({ state, view }: { state: PageState; view: ViewSignals }) {
  const { changeSettings: change, say } = state;
  const settings = view.settings.value;
  return (
    <>
      <Card>
        <Anchor name="leads">
          <Chips
            name={words.reminders.leads}
            help={words.reminders.help}
            options={reminderLeads.map((value) => ({
              value,
              label: words.reminders.lead({ minutes: value }),
            }))}
            chosen={settings.reminders}
            choose={(reminders) => change({ reminders })}
          />
        </Anchor>
        <Anchor name="notJoined">
          <OnOff
            name={words.reminders.notJoined}
            help={words.reminders.notJoinedHelp}
            value={settings.notJoined}
            choose={(on) => change({ notJoined: on })}
          />
        </Anchor>
      </Card>
      <QuietHours settings={settings} change={change} say={say} />
    </>
  );
}
