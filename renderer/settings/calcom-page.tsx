import { problem } from "../../common/problems.ts";
import { words } from "../../common/words/page.ts";
import { Group } from "../form/group.tsx";
import { Secret } from "../form/secret.tsx";
import { TextField } from "../form/text-field.tsx";
import { Fold } from "../parts/fold.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { ServiceRows } from "./service-rows.tsx";
import { SourcePage } from "./source-page.tsx";

interface Parts {
  readonly state: PageState;
  readonly view: ViewSignals;
}

/** The connection to Cal.com by an API key, and what to do without one. */
export function CalcomPage({ state, view }: Parts) {
  const isConnected = view.calcom.value.state === "on";
  return (
    <>
      <Group title={words.calcom.withKey}>
        <ServiceRows name="calcom" state={state} view={view} />
        <TextField
          name={words.service.server}
          help={words.service.serverHelp}
          value={view.calcomBase.value}
          read={(text) => text.trim()}
          wrong={problem("calcom-not-a-server")}
          save={state.ask.services.setCalcomBase}
          say={state.say}
          example={words.service.serverExample}
        />
      </Group>
      {isConnected ? (
        <Fold name={words.calcom.unfold} help={words.calcom.unfoldHelp} open={needsHand(view)}>
          <ByHand title={words.calcom.inBookbell} state={state} view={view} />
        </Fold>
      ) : (
        <ByHand title={words.calcom.byHand} state={state} view={view} />
      )}
    </>
  );
}

/** The address that Cal.com posts to, the secret that it signs with, and how to have it post. */
const ByHand = ({ title, state, view }: Parts & { title: string }) => (
  <SourcePage
    source="calcom"
    title={title}
    own={words.calcom}
    state={state}
    view={view}
    registered={isRegistered(view)}
  >
    <Secret
      name="calcomSigning"
      secret={view.secrets.value.calcomSigning}
      set={state.ask.secrets.set}
      say={state.say}
    />
  </SourcePage>
);

function isRegistered({ calcom }: ViewSignals): boolean {
  const service = calcom.value;
  return service.state === "on" && !["none", "gone"].includes(service.webhook.state);
}

/** The user has copied the address, or is to copy another: a trouble with it leads here. */
function needsHand({ addresses }: ViewSignals): boolean {
  const { copiedHost, oldUntil } = addresses.value.calcom;
  return copiedHost !== null || oldUntil !== null;
}
