import type { ComponentChildren } from "preact";
import type { Answer } from "../../common/ipc.ts";
import type { AddedSource } from "../../common/sources.ts";
import { words } from "../../common/words/page.ts";
import { hasPublicAddress } from "../chrome/copy-address.tsx";
import { ActionRow } from "../form/action-row.tsx";
import { AskedAction } from "../form/asked-action.tsx";
import { Group } from "../form/group.tsx";
import { CopyButton } from "../parts/copy-button.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { OldAddress } from "./old-address.tsx";

interface Props {
  readonly source: AddedSource;
  /** Over the rows of its address. */
  readonly title: string;
  readonly own: (typeof words)["zapier" | "calcom"];
  readonly state: PageState;
  readonly view: ViewSignals;
  /** Bookbell has the source post there itself: its webhook is to go first. */
  readonly registered?: boolean;
  /** What else there is to set of it, once it has an address. */
  readonly children?: ComponentChildren;
}

/** The address that a source posts to, and what to do there. */
export function SourcePage({ source, title, own, state, view, registered = false, children }: Props) {
  const { say } = state;
  const { address: ask } = state.ask;
  const address = view.addresses.value[source];
  const isPublic = hasPublicAddress(view);

  async function setUp(): Promise<Answer<string>> {
    const answer = await ask.renew(source);
    return answer.ok ? { ok: true, value: own.made } : answer;
  }

  async function copy() {
    const answer = await state.attempt(ask.copyFor(source));
    if (answer.ok) say(own.copySaid);
    return answer;
  }

  if (!address.isOpen)
    return (
      <Group title={title}>
        <ActionRow
          name={own.address}
          help={`${own.what} ${own.privacy}`}
          say={say}
          actions={[{ label: own.setUp, name: own.setUpName, run: setUp }]}
        />
      </Group>
    );
  return (
    <>
      <Group title={title}>
        <div class="setting">
          <div class="setting-words">
            <p class="setting-name">{own.address}</p>
            <p class="help">
              {isPublic ? own.addressHelp : own.noPublic} {words.address.kept[address.kept]}
            </p>
            <p class="help">{own.privacy}</p>
          </div>
          {isPublic && <CopyButton label={own.copy} done={own.copied} copy={copy} />}
        </div>
        {children}
        <OldAddress
          view={view}
          address={address}
          came={null}
          renew={{ ...words.address.renew, ...own.renew }}
          end={{ ...words.address.end, ...own.end }}
          renewAddress={() => ask.renew(source)}
          endOldAddress={() => ask.endOld(source)}
          say={say}
        />
        {!registered && (
          <AskedAction {...own.close} act={() => ask.close(source)} done={() => say(own.close.done)} />
        )}
      </Group>
      <Group title={own.steps.title}>
        <ol class="steps">
          {own.steps.all.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Group>
    </>
  );
}
