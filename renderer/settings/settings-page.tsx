import { words } from "../../common/words/page.ts";
import { Group } from "../form/group.tsx";
import type { PageState } from "../state/page-state.ts";
import type { Field } from "../state/screen.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { connectionOf } from "../text/connection.ts";
import { About } from "./about.tsx";
import { General } from "./general.tsx";
import { Privacy } from "./privacy.tsx";
import { QuietHours } from "./quiet-hours.tsx";
import { Receiving } from "./receiving.tsx";
import { Reminders } from "./reminders.tsx";
import { SigningSecret } from "./signing-secret.tsx";
import { SubLink } from "./sub-link.tsx";

interface Props {
  readonly state: PageState;
  readonly view: ViewSignals;
  readonly field: Field | null;
}

export function SettingsPage({ state, view, field }: Props) {
  const settings = view.settings.value;
  return (
    <>
      <General state={state} view={view} />
      <Receiving state={state} view={view} field={field} />
      <Group title={words.timekit.title}>
        <SubLink
          go={state.go}
          to="timekit"
          field={field}
          name={words.timekit.row}
          help={connectionOf(view.timekit.value)}
        />
        <SigningSecret
          view={view}
          focused={field === "secret"}
          set={state.ask.secrets.set}
          removeEarlier={() => state.ask.secrets.removeEarlier()}
          say={state.say}
        />
      </Group>
      <Group title={words.alerts.title}>
        <SubLink
          go={state.go}
          to="alerts"
          field={field}
          name={words.alerts.row}
          help={words.alerts.rowHelp}
        />
      </Group>
      <Reminders settings={settings} change={state.changeSettings} />
      <QuietHours settings={settings} change={state.changeSettings} say={state.say} />
      <Privacy state={state} view={view} />
      <Group title={words.keys.title}>
        <SubLink go={state.go} to="keys" field={field} name={words.keys.row} help={words.keys.rowHelp} />
      </Group>
      <About state={state} view={view} field={field} />
    </>
  );
}
