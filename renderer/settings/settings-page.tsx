import { ReceiverState } from "../chrome/receiver-state.tsx";
import { CopyAddress } from "../parts/copy-address.tsx";
import type { PageState, ViewSignals } from "../state/create-state.ts";
import { words } from "../words.ts";
import { About } from "./about.tsx";
import { Choice } from "./choice.tsx";
import { Group } from "./group.tsx";
import { LinkRow } from "./link-row.tsx";
import { PortField } from "./port-field.tsx";
import { Privacy } from "./privacy.tsx";
import { Signing } from "./signing.tsx";

interface Props {
  readonly state: PageState;
  readonly view: ViewSignals;
  readonly field: "port" | "secret" | "log" | null;
}

export function SettingsPage({ state, view, field }: Props) {
  const settings = view.settings.value;
  const receiver = view.receiver.value;
  return (
    <>
      <Group
        title={words.settings.receiving}
        aside={<ReceiverState receiver={receiver} signing={view.signing.value} />}
      >
        {receiver.state === "failed" && (
          <p class="note note-trouble">
            {receiver.problem.message} <span class="soft">{receiver.problem.remedy}</span>
          </p>
        )}
        <PortField state={state} port={settings.port} focused={field === "port"} />
        <div class="setting">
          <div class="setting-words">
            <p class="setting-name">{words.settings.address}</p>
            <p class="help">{words.settings.addressHelp}</p>
          </div>
          <CopyAddress state={state} />
        </div>
        <Choice
          name={words.settings.answer}
          help={words.settings.answerHelp}
          options={[
            { value: 200, label: "200" },
            { value: 201, label: "201" },
            { value: 204, label: "204" },
          ]}
          value={settings.successCode}
          choose={(successCode) => state.changeSettings({ successCode })}
        />
        <LinkRow
          name={words.log.title}
          help={words.log.help}
          focused={field === "log"}
          onClick={() => {
            state.screen.value = { name: "log", back: null };
          }}
        />
      </Group>
      <Group title={words.signing.title}>
        <Signing state={state} signing={view.signing.value} focused={field === "secret"} />
      </Group>
      <Group title={words.settings.time}>
        <Choice
          name={words.settings.hours}
          options={[
            { value: "system", label: words.settings.hour.system },
            { value: "12", label: words.settings.hour["12"] },
            { value: "24", label: words.settings.hour["24"] },
          ]}
          value={settings.hours}
          choose={(hours) => state.changeSettings({ hours })}
        />
      </Group>
      <Privacy state={state} settings={settings} />
      <About state={state} version={view.version.value} />
    </>
  );
}
