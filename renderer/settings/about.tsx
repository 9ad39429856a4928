import type { Answer, Requests } from "../../common/ipc.ts";
import { words } from "../../common/words/page.ts";
import { ActionRow } from "../form/action-row.tsx";
import { Group } from "../form/group.tsx";
import type { PageState } from "../state/page-state.ts";
import type { Field } from "../state/screen.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { SubLink } from "./sub-link.tsx";
import { Updates } from "./updates.tsx";

interface Props {
  readonly view: ViewSignals;
  readonly ask: Pick<Requests, "exports" | "settings" | "updates">;
  readonly change: PageState["changeSettings"];
  readonly go: PageState["go"];
  readonly say: (text: string) => void;
  /** Where the focus is to be. */
  readonly field: Field | null;
}

export function About({ view, ask, change, go, say, field }: Props) {
  const { diagnostics } = words.privacy;
  const electron = view.electron.value;

  async function save(): Promise<Answer<string>> {
    const answer = await ask.exports.diagnostics();
    return answer.ok ? { ok: true, value: answer.value ? diagnostics.saved : "" } : answer;
  }

  async function setUpAgain(): Promise<Answer<string>> {
    const answer = await ask.settings.setSetup("reach");
    if (!answer.ok) return answer;
    go({ name: "today" });
    return { ok: true, value: "" };
  }

  return (
    <Group title={words.settings.about}>
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
          {`${words.app.name} ${view.version.value}`}
          <br />
          {words.electron.runsOn(electron)}
        </p>
      </div>
      <Updates view={view} ask={ask.updates} change={change} say={say} />
      <ActionRow
        name={words.setup.again}
        help={words.setup.againHelp}
        say={say}
        actions={[{ label: words.setup.againOpen, name: words.setup.again, run: setUpAgain }]}
      />
      <ActionRow
        name={diagnostics.title}
        help={diagnostics.help}
        say={say}
        actions={[{ label: diagnostics.save, name: diagnostics.as, run: save }]}
      />
      <SubLink go={go} to="licences" field={field} name={words.licences.row} help={words.licences.rowHelp} />
    </Group>
  );
}
