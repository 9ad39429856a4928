import type { Requests } from "../../common/ipc.ts";
import { problem } from "../../common/problems.ts";
import { hourChoices, themes } from "../../common/setting-choices.ts";
import type { SettingsView } from "../../common/settings.ts";
import { words } from "../../common/words/page.ts";
import { Choice } from "../form/choice.tsx";
import { Group } from "../form/group.tsx";
import { OnOff } from "../form/on-off.tsx";
import { TextField } from "../form/text-field.tsx";
import type { PageState } from "../state/page-state.ts";
import { keysOf, shownKeys } from "./hotkey-text.ts";

interface Props {
  readonly settings: SettingsView;
  readonly startAtLogin: boolean;
  readonly ask: Pick<Requests["settings"], "setStartAtLogin" | "setHotkey">;
  readonly change: PageState["changeSettings"];
  readonly say: (text: string) => void;
}

/** How Bookbell starts, opens and looks. */
export function General({ settings, startAtLogin, ask, change, say }: Props) {
  const { general, settings: named } = words;
  return (
    <Group title={general.title}>
      <OnOff
        name={general.login}
        help={general.loginHelp}
        value={startAtLogin}
        choose={ask.setStartAtLogin}
      />
      <TextField
        say={say}
        name={general.hotkey}
        help={general.hotkeyHelp}
        value={shownKeys(settings.hotkey)}
        read={keysOf}
        wrong={problem("not-a-shortcut")}
        save={ask.setHotkey}
      />
      <OnOff
        name={general.keepOpen}
        help={general.keepOpenHelp}
        value={settings.keepOpen}
        choose={(on) => change({ keepOpen: on })}
      />
      <Choice
        name={general.theme}
        options={themes.map((value) => ({
          value,
          label: general.themes[value],
        }))}
        value={settings.theme}
        choose={(theme) => change({ theme })}
      />
      <Choice
        name={named.hours}
        options={hourChoices.map((value) => ({ value, label: named.hour[value] }))}
        value={settings.hours}
        choose={(hours) => change({ hours })}
      />
    </Group>
  );
}
