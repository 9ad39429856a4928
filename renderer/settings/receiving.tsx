import type { Answer, Requests } from "../../common/ipc.ts";
import { successCodes } from "../../common/setting-choices.ts";
import type { AddressReach } from "../../common/tunnel.ts";
import { words } from "../../common/words/page.ts";
import { problemWords } from "../../common/words/problems/problems.ts";
import { CopyAddress, hasPublicAddress } from "../chrome/copy-address.tsx";
import { ReceiverState } from "../chrome/receiver-state.tsx";
import { Choice } from "../form/choice.tsx";
import { Group } from "../form/group.tsx";
import { LinkRow } from "../form/link-row.tsx";
import type { PageState } from "../state/page-state.ts";
import type { Field } from "../state/screen.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { OldAddress } from "./old-address.tsx";
import { PortField } from "./port-field.tsx";
import { SubLink } from "./sub-link.tsx";

interface Props {
  readonly view: ViewSignals;
  readonly health: PageState["health"];
  readonly ask: Pick<Requests, "address">;
  /** Copies the address. */
  readonly copy: () => Promise<Answer<AddressReach>>;
  readonly change: PageState["changeSettings"];
  readonly go: PageState["go"];
  readonly say: (text: string) => void;
  readonly field: Field | null;
}

/** How bookings come in: through which tunnel, to which port, with which answer, and what came. */
export function Receiving({ view, health, ask, copy, change, go, say, field }: Props) {
  const settings = view.settings.value;
  const receiver = view.receiver.value;
  const { renew } = words.address;
  const failure = receiver.state === "failed" && problemWords(receiver.problem);
  return (
    <Group title={words.settings.receiving} aside={<ReceiverState health={health} view={view} />}>
      {failure && (
        <p class="note note-trouble">
          {failure.message} <span class="soft">{failure.remedy}</span>
        </p>
      )}
      <SubLink
        go={go}
        to="tunnel"
        field={field}
        name={words.tunnel.row}
        help={words.tunnel.ways[view.tunnel.value.kind].name}
      />
      <div class="setting">
        <div class="setting-words">
          <p class="setting-name">{words.address.name}</p>
          <p class="help">
            {hasPublicAddress(view) ? words.address.help : words.address.local}{" "}
            {words.address.kept[view.address.value.kept]}
          </p>
          {view.secrets.value.signing.state === "off" && <p class="help">{words.unchecked.message}</p>}
        </div>
        <CopyAddress isPublic={hasPublicAddress(view)} copy={copy} />
      </div>
      <OldAddress
        view={view}
        address={view.address.value}
        came={view.tallies.value.oldAddress}
        renew={{ ...renew, sure: isRegistered(view) ? renew.sureRegistered : renew.sureByHand }}
        end={words.address.end}
        renewAddress={() => ask.address.renew("timekit")}
        endOldAddress={() => ask.address.endOld("timekit")}
        say={say}
      />
      <PortField
        port={settings.port}
        focused={field === "port"}
        save={(port) => change({ port })}
        say={say}
      />
      <Choice
        name={words.settings.answer}
        help={words.settings.answerHelp}
        options={successCodes.map((code) => ({ value: code, label: `${code}` }))}
        value={settings.successCode}
        choose={(successCode) => change({ successCode })}
      />
      <SubLink go={go} to="proof" field={field} name={words.proof.row} help={words.proof.help} />
      <SubLink go={go} to="gaps" field={field} name={words.gaps.row} help={words.gaps.help} />
      <LinkRow
        name={words.log.title}
        help={words.log.help}
        focused={field === "log"}
        onClick={() => go({ name: "log", back: null })}
      />
    </Group>
  );
}

function isRegistered({ timekit }: ViewSignals): boolean {
  return timekit.value.state === "on" && timekit.value.webhooks.wanted > 0;
}
