import { copyAddress } from "../chrome/copy-address.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { Chooser } from "./chooser.tsx";
import { Health } from "./health.tsx";

/** How Timekit reaches this computer, and whether it does. */
export function TunnelPage({ state, view }: { state: PageState; view: ViewSignals }) {
  return (
    <>
      <Health
        view={view}
        health={state.health}
        ask={state.ask.tunnel}
        copy={() => copyAddress(state)}
        say={state.say}
      />
      <Chooser view={view} ask={state.ask} say={state.say} first="off" withOff />
    </>
  );
}
