import { successCodes } from "../../common/setting-choices.ts";
import { words } from "../../common/words/page.ts";
import { CopyAddress, copyAddress, hasPublicAddress } from "../chrome/copy-address.tsx";
import { ReceiverState } from "../chrome/receiver-state.tsx";
import { Anchor } from "../form/anchor.tsx";
import { Card } from "../form/card.tsx";
import { Choice } from "../form/choice.tsx";
import { LinkRow } from "../form/link-row.tsx";
import { Fold } from "../parts/fold.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { ByHand } from "../webhooks/by-hand.tsx";
import { OldAddress } from "./old-address.tsx";
import { PortField } from "./port-field.tsx";

interface Parts {
  readonly state: PageState;
  readonly view: ViewSignals;
}

/** How bookings come in: through which tunnel, at which URL, and what hardly anybody changes. */
export function ReceivingPage({ state, view }: Parts) {
  const { ask, go, say } = state;
  const receiver = view.receiver.value;
  const { renew } = words.address;
  const failure = receiver.state === "failed" && words.problemWords(receiver.problem);
  const isPublic = hasPublicAddress(view);
  return (
    <>
      <Card>
        <div class="setting">
          <ReceiverState health={state.health} view={view} />
        </div>
        {failure && (
          <p class="note note-trouble">
            {failure.message} <span class="soft">{failure.remedy}</span>
          </p>
        )}
        <Anchor name="tunnel">
          <LinkRow
            name={words.tunnel.row}
            help={words.tunnel.ways[view.tunnel.value.kind].name}
            onClick={() => go({ name: "tunnel", from: "settings" })}
          />
        </Anchor>
      </Card>
      <Card>
        <Anchor name="address">
          <div class="setting">
            <div class="setting-words">
              <p class="setting-name">{words.address.name}</p>
              <p class="help">
                {isPublic ? words.address.help : words.address.local}{" "}
                {words.address.kept[view.address.value.kept]}
              </p>
              {view.secrets.value.signing.state === "off" && <p class="help">{words.unchecked.message}</p>}
            </div>
            <CopyAddress isPublic={isPublic} copy={() => copyAddress(state)} />
          </div>
        </Anchor>
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
      </Card>
      <Advanced state={state} view={view} />
    </>
  );
}

function Advanced({ state, view }: Parts) {
  const settings = view.settings.value;
  const { ask, changeSettings: change, say } = state;
  return (
    <Fold name={words.settings.advanced} help={words.settings.advancedHelp} open={false}>
      <Card>
        <Anchor name="port">
          <PortField port={settings.port} save={(port) => change({ port })} say={say} />
        </Anchor>
        <Anchor name="answer">
          <Choice
            name={words.settings.answer}
            help={words.settings.answerHelp}
            options={successCodes.map((code) => ({ value: code, label: `${code}` }))}
            value={settings.successCode}
            choose={(successCode) => change({ successCode })}
          />
        </Anchor>
      </Card>
      <Anchor name="byHand">
        <ByHand copy={ask.address.copy} say={say} />
      </Anchor>
    </Fold>
  );
}

function isRegistered({ timekit }: ViewSignals): boolean {
  return timekit.value.state === "on" && timekit.value.webhooks.wanted > 0;
}
