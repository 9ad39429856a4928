import { Group } from "../form/group.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { ByHand } from "../webhooks/by-hand.tsx";
import { Webhooks } from "../webhooks/webhooks.tsx";
import { words } from "../words.ts";
import { CatchUpRow } from "./catch-up-row.tsx";
import { Key } from "./key.tsx";
import { ResourcePicker } from "./resource-picker.tsx";

/** The connection to Timekit's own API, and what it is used for. */
export function TimekitPage({ state, view }: { state: PageState; view: ViewSignals }) {
  const timekit = view.timekit.value;
  return (
    <>
      <Group title={words.timekit.row}>
        <Key state={state} view={view} />
        {timekit.state === "on" && <ResourcePicker state={state} resource={timekit.resource} />}
        {timekit.state === "on" && <CatchUpRow state={state} view={view} timekit={timekit} />}
      </Group>
      {timekit.state === "on" && <Webhooks state={state} webhooks={timekit.webhooks} />}
      <ByHand state={state} />
    </>
  );
}
