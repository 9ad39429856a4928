import { words } from "../../common/words/page.ts";
import { copyAddress } from "../chrome/copy-address.tsx";
import { Group } from "../form/group.tsx";
import { OnOff } from "../form/on-off.tsx";
import { Proof } from "../proof/proof.tsx";
import { ok } from "../state/answer.ts";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { Key } from "../timekit/key.tsx";
import { Chooser } from "../tunnel/chooser.tsx";
import { Health } from "../tunnel/health.tsx";
import { ByHand } from "../webhooks/by-hand.tsx";
import { Webhooks } from "../webhooks/webhooks.tsx";
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
  const timekit = view.timekit.value;
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
  return (
    <>
      <Group title={words.timekit.row}>
        <Key
          secret={view.secrets.value.timekit}
          timekit={timekit}
          set={state.ask.secrets.set}
          say={state.say}
        />
      </Group>
      {timekit.state === "on" && (
        <Webhooks webhooks={timekit.webhooks} register={state.ask.timekit.registerWebhooks} say={state.say} />
      )}
      <ByHand copy={state.ask.address.copy} say={state.say} />
    </>
  );
}
