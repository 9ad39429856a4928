import { words } from "../../common/words/page.ts";
import { Group } from "../form/group.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { TimekitWebhooks } from "../webhooks/timekit-webhooks.tsx";
import { CatchUpRow } from "./catch-up-row.tsx";
import { Key } from "./key.tsx";
import { ResourcePicker } from "./resource-picker.tsx";

/** The connection to Timekit's own API, and what it is used for. */
export function TimekitPage({ state, view }: { state: PageState; view: ViewSignals }) {
  const timekit = view.timekit.value;
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
      <TimekitWebhooks state={state} view={view} />
    </>
  );
}
