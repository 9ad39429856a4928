import { Group } from "../form/group.tsx";
import type { PageState } from "../state/page-state.ts";
import type { Field } from "../state/screen.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { connectionOf } from "../text/connection.ts";
import { words } from "../words.ts";
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
          state={state}
          to="timekit"
          field={field}
          name={words.timekit.row}
          help={connectionOf(view.timekit.value)}
        />
        <SigningSecret state={state} view={view} focused={field === "secret"} />
      </Group>
      <Group title={words.alerts.title}>
        <SubLink
          state={state}
          to="alerts"
          field={field}
          name={words.alerts.row}
          help={words.alerts.rowHelp}
        />
      </Group>
      <Reminders state={state} settings={settings} />
      <QuietHours state={state} settings={settings} />
      <Privacy state={state} view={view} />
      <Group title={words.keys.title}>
        <SubLink state={state} to="keys" field={field} name={words.keys.row} help={words.keys.rowHelp} />
      </Group>
      <About state={state} view={view} field={field} />
    </>
  );
}
