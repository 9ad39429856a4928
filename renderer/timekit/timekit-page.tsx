import { Group } from "../form/group.tsx";
import type { PageState, ViewSignals } from "../state/create-state.ts";
import { words } from "../words.ts";
import { ByHand } from "./by-hand.tsx";
import { Key } from "./key.tsx";
import { Missed } from "./missed.tsx";
import { Webhooks } from "./webhooks.tsx";
import { Whose } from "./whose.tsx";

/** The connection to Timekit's own API, and what it is used for. */
export function TimekitPage({ state, view }: { state: PageState; view: ViewSignals }) {
  const timekit = view.timekit.value;
  return (
    <>
      <Group title={words.timekit.row}>
        <Key state={state} view={view} />
        {timekit.state === "on" && <Whose state={state} resource={timekit.resource} />}
        {timekit.state === "on" && <Missed state={state} view={view} timekit={timekit} />}
      </Group>
      {timekit.state === "on" && <Webhooks state={state} webhooks={timekit.webhooks} />}
      <ByHand state={state} />
    </>
  );
}
