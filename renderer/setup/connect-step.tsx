import { useState } from "preact/hooks";
import type { SourceName } from "../../common/sources.ts";
import { words } from "../../common/words/page.ts";
import { Group } from "../form/group.tsx";
import { CalcomPage } from "../settings/calcom-page.tsx";
import { CalendlyPage } from "../settings/calendly-page.tsx";
import { ZapierPage } from "../settings/zapier-page.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { Key } from "../timekit/key.tsx";
import { TimekitWebhooks } from "../webhooks/timekit-webhooks.tsx";

interface Props {
  readonly state: PageState;
  readonly view: ViewSignals;
}

const offered: readonly SourceName[] = ["timekit", "calcom", "calendly", "zapier"];

/** What the user is booked with, one or several, and below what each needs, as in the settings. */
export function ConnectStep({ state, view }: Props) {
  const [chosen, choose] = useState(() => inUse(view));
  const toggle = (source: SourceName) =>
    choose(offered.filter((each) => chosen.includes(each) !== (each === source)));
  return (
    <>
      <fieldset class="group-card checks booked-with">
        <legend class="help">{words.setup.bookedWith}</legend>
        {offered.map((source) => (
          <label key={source} class="check">
            <input type="checkbox" checked={chosen.includes(source)} onChange={() => toggle(source)} />
            <span>{source === "zapier" ? words.setup.throughZapier : words.sources[source]}</span>
          </label>
        ))}
      </fieldset>
      {chosen.includes("timekit") && <Timekit state={state} view={view} />}
      {chosen.includes("calcom") && <CalcomPage state={state} view={view} />}
      {chosen.includes("calendly") && <CalendlyPage state={state} view={view} />}
      {chosen.includes("zapier") && <ZapierPage state={state} view={view} />}
    </>
  );
}

function Timekit({ state, view }: Props) {
  const timekit = view.timekit.value;
  return (
    <>
      <Group title={words.timekit.title}>
        <Key
          secret={view.secrets.value.timekit}
          timekit={timekit}
          set={state.ask.secrets.set}
          say={state.say}
        />
      </Group>
      <TimekitWebhooks state={state} view={view} />
    </>
  );
}

/** What has been begun with; for a newcomer Timekit, which most are booked with. */
function inUse({ secrets, addresses }: ViewSignals): readonly SourceName[] {
  const begun = offered.filter(
    (source) =>
      (source !== "zapier" && secrets.value[source].state !== "off") ||
      (source !== "timekit" && addresses.value[source].isOpen),
  );
  return begun.length > 0 ? begun : ["timekit"];
}
