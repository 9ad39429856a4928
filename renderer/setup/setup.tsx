import { useState } from "preact/hooks";
import { problem } from "../../common/problems.ts";
import { words } from "../../common/words/page.ts";
import { ReceiverState } from "../chrome/receiver-state.tsx";
import { Status } from "../chrome/status.tsx";
import { Switch } from "../form/switch.tsx";
import { Logo } from "../parts/logo.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { ConnectCard } from "./connect-card.tsx";
import { HelloCard } from "./hello-card.tsx";
import { ReachCard } from "./reach-card.tsx";
import { TestCard } from "./test-card.tsx";

interface Props {
  readonly state: PageState;
  readonly view: ViewSignals;
}

/** The first run: what is there is found by itself, and one thing after the other is asked for. It can be put off. */
export function Setup({ state, view }: Props) {
  // On for a newcomer; who has received bookings before has been asked before.
  const [login, chooseLogin] = useState(view.startAtLogin.value || !view.agenda.value.everReceived);

  const end = () => state.attempt(state.ask.settings.setSetup("done"));
  async function done() {
    const stays = login === view.startAtLogin.value;
    if (stays || (await state.attempt(state.ask.settings.setStartAtLogin(login))).ok) await end();
  }

  return (
    <>
      <header class="header">
        <Logo class="logo" />
        <h1 class="header-title">{words.setup.title}</h1>
        <button type="button" class="button button-plain" onClick={() => void end()}>
          {words.setup.later}
        </button>
      </header>
      <main class="content setup">
        {state.failure.value && <Status state={state} />}
        <p class="soft setup-intro">{words.setup.intro}</p>
        {/* A list without bullets is no list to VoiceOver unless it says so. */}
        {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
        <ol class="setup-cards" role="list">
          <HelloCard state={state} view={view} />
          <ReachCard state={state} view={view} />
          <ConnectCard state={state} view={view} />
          <TestCard state={state} view={view} done={() => void done()} />
        </ol>
        {view.trayMissing.value && (
          <p class="help setup-tray">{words.problemWords(problem("tray-missing")).message}</p>
        )}
      </main>
      <footer class="footer">
        {/* That it is not set up yet is plain. */}
        {state.health.value?.level !== "not-set-up" && <ReceiverState health={state.health} view={view} />}
        <div class="setup-login">
          <span aria-hidden="true">{words.setup.login}</span>
          <Switch label={words.setup.login} value={login} choose={async (on) => chooseLogin(on)} />
        </div>
      </footer>
    </>
  );
}
