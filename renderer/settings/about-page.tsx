import { appName } from "../../common/app-name.ts";
import type { Answer } from "../../common/ipc.ts";
import { words } from "../../common/words/page.ts";
import { ActionRow } from "../form/action-row.tsx";
import { Anchor } from "../form/anchor.tsx";
import { Card } from "../form/card.tsx";
import { LinkRow } from "../form/link-row.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { Updates } from "./updates.tsx";

/** What Bookbell is, whether it is up to date, and what is needed once. */
export function AboutPage({ state, view }: { state: PageState; view: ViewSignals }) {
  const { ask, changeSettings: change, go, say } = state;
  const { diagnostics } = words.privacy;

  async function save(): Promise<Answer<string>> {
    const answer = await ask.exports.diagnostics();
    return answer.ok ? { ok: true, value: answer.value ? diagnostics.saved : "" } : answer;
  }

  async function setUpAgain(): Promise<Answer<string>> {
    const answer = await ask.settings.setSetup("open");
    if (!answer.ok) return answer;
    go({ name: "today" });
    return { ok: true, value: "" };
  }

  return (
    <>
      <Card>
        <Version view={view} />
        <Updates view={view} ask={ask.updates} change={change} say={say} />
      </Card>
      <Card>
        <Anchor name="setup">
          <ActionRow
            name={words.setup.again}
            help=""
            say={say}
            actions={[{ label: words.setup.againOpen, name: words.setup.again, run: setUpAgain }]}
          />
        </Anchor>
        <Anchor name="diagnostics">
          <ActionRow
            name={diagnostics.title}
            help={diagnostics.help}
            say={say}
            actions={[{ label: diagnostics.save, name: diagnostics.as, run: save }]}
          />
        </Anchor>
        <Anchor name="licences">
          <LinkRow
            name={words.licences.row}
            help=""
            onClick={() => go({ name: "licences", from: "settings" })}
          />
        </Anchor>
      </Card>
    </>
  );
}

function Version({ view }: { view: ViewSignals }) {
  const electron = view.electron.value;
  return (
    <div class="setting">
      <div class="setting-words">
        <p class="setting-name">{words.settings.version}</p>
        {electron.outdated && (
          <p class="help">
            {words.electron.message(electron)} {words.electron.remedy}
          </p>
        )}
      </div>
      <p class="version">
        {`${appName} ${view.version.value}`}
        <br />
        {words.electron.runsOn(electron)}
      </p>
    </div>
  );
}
