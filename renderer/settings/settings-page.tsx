import { type AddedSource, addedSources } from "../../common/sources.ts";
import { words } from "../../common/words/page.ts";
import { copyAddress } from "../chrome/copy-address.tsx";
import { Group } from "../form/group.tsx";
import { LinkRow } from "../form/link-row.tsx";
import type { PageState } from "../state/page-state.ts";
import type { Field } from "../state/screen.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { connectionOf, serviceText } from "../text/connection.ts";
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
  const { ask, changeSettings: change, go, say } = state;
  return (
    <>
      <General
        settings={settings}
        startAtLogin={view.startAtLogin.value}
        ask={ask.settings}
        change={change}
        say={say}
      />
      <Receiving
        view={view}
        health={state.health}
        ask={ask}
        copy={() => copyAddress(state)}
        change={change}
        go={go}
        say={say}
        field={field}
      />
      <Group title={words.timekit.title}>
        <SubLink
          go={go}
          to="timekit"
          field={field}
          name={words.timekit.row}
          help={connectionOf(view.timekit.value)}
        />
        {addedSources.map((source) => (
          <SubLink
            key={source}
            go={go}
            to={source}
            field={field}
            name={words[source].row}
            help={addedText(source, view)}
          />
        ))}
        <SigningSecret
          view={view}
          focused={field === "secret"}
          set={ask.secrets.set}
          removeEarlier={() => ask.secrets.removeEarlier()}
          say={say}
        />
      </Group>
      <Group title={words.alerts.title}>
        <SubLink go={go} to="alerts" field={field} name={words.alerts.row} help={words.alerts.rowHelp} />
        <LinkRow
          name={words.destinations.title}
          help={elsewhereOf(state, view)}
          focused={field === "destinations"}
          onClick={() => go({ name: "destinations", from: "settings", back: null })}
        />
      </Group>
      <Reminders settings={settings} change={change} />
      <QuietHours settings={settings} change={change} say={say} />
      <Privacy view={view} ask={ask} change={change} say={say} />
      <Group title={words.keys.title}>
        <SubLink go={go} to="keys" field={field} name={words.keys.row} help={words.keys.rowHelp} />
      </Group>
      <About view={view} ask={ask} change={change} go={go} say={say} field={field} />
    </>
  );
}

/** What leaves this computer, or what is wrong with that. */
function elsewhereOf({ status }: PageState, { destinations, rules }: ViewSignals): string {
  const trouble = status.value.find(({ action }) => action?.leads === "destinations");
  const count = destinations.value.length;
  if (trouble) return trouble.message;
  if (count === 0) return words.destinations.nothing;
  const isSending = rules.value.some(({ on }) => on);
  return isSending ? words.destinations.count({ count }) : words.destinations.noRules({ count });
}

/** Whether bookings come from there, in a line. */
function addedText(source: AddedSource, view: ViewSignals): string {
  const { isOpen } = view.addresses.value[source];
  if (source === "zapier") return isOpen ? words.zapier.on : words.zapier.off;
  const service = view[source].value;
  return service.state === "off" && isOpen && source === "calcom" ? words.calcom.on : serviceText(service);
}
