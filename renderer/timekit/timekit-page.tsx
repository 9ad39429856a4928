import { isRegisteredElsewhere } from "../../common/tunnel-settings.ts";
import { words } from "../../common/words/page.ts";
import { Group } from "../form/group.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { ByHand } from "../webhooks/by-hand.tsx";
import { Webhooks } from "../webhooks/webhooks.tsx";
import { CatchUpRow } from "./catch-up-row.tsx";
import { Key } from "./key.tsx";
import { ResourcePicker } from "./resource-picker.tsx";

/** The connection to Timekit's own API, and what it is used for. */
export function TimekitPage({ state, view }: { state: PageState; view: ViewSignals }) {
  const timekit = view.timekit.value;
  const elsewhere = isRegisteredElsewhere(view.tunnel.value);
  return (
    <>
      <Group title={words.timekit.row}>
        <Key
          secret={view.secrets.value.timekit}
          timekit={timekit}
          set={state.ask.secrets.set}
          say={state.say}
        />
        {timekit.state === "on" && (
          <ResourcePicker
            resource={timekit.resource}
            list={() => state.ask.timekit.resources()}
            choose={state.ask.timekit.chooseResource}
            say={state.say}
          />
        )}
        {timekit.state === "on" && (
          <CatchUpRow
            view={view}
            timekit={timekit}
            catchUp={() => state.ask.timekit.catchUp()}
            say={state.say}
          />
        )}
      </Group>
      {timekit.state === "on" && (
        <Webhooks
          webhooks={timekit.webhooks}
          elsewhere={elsewhere}
          register={state.ask.timekit.registerWebhooks}
          say={state.say}
        />
      )}
      {!elsewhere && <ByHand copy={state.ask.address.copy} say={state.say} />}
    </>
  );
}
