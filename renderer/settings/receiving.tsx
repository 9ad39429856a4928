import { successCodes } from "../../common/setting-choices.ts";
import { words } from "../../common/words/page.ts";
import { problemWords } from "../../common/words/problems/problems.ts";
import { CopyAddress, copyAddress, hasPublicAddress } from "../chrome/copy-address.tsx";
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
  readonly state: PageState;
  readonly view: ViewSignals;
  readonly field: Field | null;
}

/** How bookings come in: through which tunnel, to which port, with which answer, and what came. */
export function Receiving({ state, view, field }: Props) {
  const settings = view.settings.value;
  const receiver = view.receiver.value;
  const failure = receiver.state === "failed" && problemWords(receiver.problem);
  return (
    <Group title={words.settings.receiving} aside={<ReceiverState health={state.health} view={view} />}>
      {failure && (
        <p class="note note-trouble">
          {failure.message} <span class="soft">{failure.remedy}</span>
        </p>
      )}
      <SubLink
        go={state.go}
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
        <CopyAddress isPublic={hasPublicAddress(view)} copy={() => copyAddress(state)} />
      </div>
      <OldAddress
        view={view}
        renewAddress={() => state.ask.address.renew()}
        endOldAddress={() => state.ask.address.endOld()}
        say={state.say}
      />
      <PortField
        port={settings.port}
        focused={field === "port"}
        save={(port) => state.changeSettings({ port })}
        say={state.say}
      />
      <Choice
        name={words.settings.answer}
        help={words.settings.answerHelp}
        options={successCodes.map((code) => ({ value: code, label: `${code}` }))}
        value={settings.successCode}
        choose={(successCode) => state.changeSettings({ successCode })}
      />
      <SubLink go={state.go} to="proof" field={field} name={words.proof.row} help={words.proof.help} />
      <SubLink go={state.go} to="gaps" field={field} name={words.gaps.row} help={words.gaps.help} />
      <LinkRow
        name={words.log.title}
        help={words.log.help}
        focused={field === "log"}
        onClick={() => state.go({ name: "log", back: null })}
      />
    </Group>
  );
}
