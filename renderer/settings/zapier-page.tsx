import type { Answer } from "../../common/ipc.ts";
import { words } from "../../common/words/page.ts";
import { hasPublicAddress } from "../chrome/copy-address.tsx";
import { ActionRow } from "../form/action-row.tsx";
import { AskedAction } from "../form/asked-action.tsx";
import { Group } from "../form/group.tsx";
import { CopyButton } from "../parts/copy-button.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { OldAddress } from "./old-address.tsx";

/** The address that a Zap posts to, and how to make that Zap. */
export function ZapierPage({ state, view }: { state: PageState; view: ViewSignals }) {
  const { say } = state;
  const { address: ask } = state.ask;
  const address = view.addresses.value.zapier;
  const isPublic = hasPublicAddress(view);

  async function setUp(): Promise<Answer<string>> {
    const answer = await ask.renew("zapier");
    return answer.ok ? { ok: true, value: words.zapier.made } : answer;
  }

  async function copy() {
    const answer = await state.attempt(ask.copyFor("zapier"));
    if (answer.ok) say(words.zapier.copySaid);
    return answer;
  }

  if (!address.isOpen)
    return (
      <Group title={words.zapier.row}>
        <ActionRow
          name={words.zapier.address}
          help={`${words.zapier.what} ${words.zapier.privacy}`}
          say={say}
          actions={[{ label: words.zapier.setUp, name: words.zapier.setUpName, run: setUp }]}
        />
      </Group>
    );
  return (
    <>
      <Group title={words.zapier.row}>
        <div class="setting">
          <div class="setting-words">
            <p class="setting-name">{words.zapier.address}</p>
            <p class="help">
              {isPublic ? words.zapier.addressHelp : words.zapier.noPublic} {words.address.kept[address.kept]}
            </p>
            <p class="help">{words.zapier.privacy}</p>
          </div>
          {isPublic && <CopyButton label={words.zapier.copy} done={words.zapier.copied} copy={copy} />}
        </div>
        <OldAddress
          view={view}
          address={address}
          came={null}
          renew={{ ...words.address.renew, ...words.zapier.renew }}
          end={{ ...words.address.end, ...words.zapier.end }}
          renewAddress={() => ask.renew("zapier")}
          endOldAddress={() => ask.endOld("zapier")}
          say={say}
        />
        <AskedAction
          {...words.zapier.close}
          act={() => ask.close("zapier")}
          done={() => say(words.zapier.close.done)}
        />
      </Group>
      <Group title={words.zapier.steps.title}>
        <ol class="steps">
          {words.zapier.steps.all.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Group>
    </>
  );
}
