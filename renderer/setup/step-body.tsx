import { Proof } from "../proof/proof.tsx";
import { Group } from "../settings/group.tsx";
import { OnOff } from "../settings/on-off.tsx";
import { ok } from "../state/answer.ts";
import type { PageState, ViewSignals } from "../state/create-state.ts";
import { ByHand } from "../timekit/by-hand.tsx";
import { Key } from "../timekit/key.tsx";
import { Webhooks } from "../timekit/webhooks.tsx";
import { Chooser } from "../tunnel/chooser.tsx";
import { Health } from "../tunnel/health.tsx";
import { words } from "../words.ts";
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
        <Health state={state} view={view} />
        <Chooser state={state} view={view} first="cloudflare-quick" withOff={false} />
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
        <Key state={state} view={view} />
      </Group>
      {timekit.state === "on" && <Webhooks state={state} webhooks={timekit.webhooks} />}
      <ByHand state={state} />
    </>
  );
}
