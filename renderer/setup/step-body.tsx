import { words } from "../../common/words/page.ts";
import { copyAddress } from "../chrome/copy-address.tsx";
import { Group } from "../form/group.tsx";
import { OnOff } from "../form/on-off.tsx";
import { Proof } from "../proof/proof.tsx";
import { ok } from "../state/answer.ts";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { Chooser } from "../tunnel/chooser.tsx";
import { Health } from "../tunnel/health.tsx";
import { ConnectStep } from "./connect-step.tsx";
import type { OpenStep } from "./steps.ts";

interface Props {
  readonly state: PageState;
  readonly view: ViewSignals;
  readonly step: OpenStep;
  /** Whether Bookbell is to start at login, once the first run is done. */
  readonly login: boolean;
  readonly chooseLogin: (on: boolean) => void;
}

/** The same parts as in the settings. */
export function StepBody({ state, view, step, login, chooseLogin }: Props) {
  if (step === "reach")
    return (
      <>
        <Health
          view={view}
          health={state.health}
          ask={state.ask.tunnel}
          copy={() => copyAddress(state)}
          say={state.say}
        />
        <Chooser view={view} ask={state.ask} say={state.say} first="cloudflare-quick" withOff={false} />
      </>
    );
  if (step === "prove")
    return (
      <>
        <Proof state={state} view={view} />
        <Group title={words.setup.later}>
          <OnOff
            name={words.general.login}
            help={words.general.loginHelp}
            value={login}
            choose={async (on) => {
              chooseLogin(on);
              return ok(null);
            }}
          />
        </Group>
      </>
    );
  return <ConnectStep state={state} view={view} />;
}
