import { problem } from "../../common/problems.ts";
import { hourChoices, themes } from "../../common/setting-choices.ts";
import { words } from "../../common/words/page.ts";
import { Choice } from "../form/choice.tsx";
import { Group } from "../form/group.tsx";
import { OnOff } from "../form/on-off.tsx";
import { TextField } from "../form/text-field.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { keysOf, shownKeys } from "./hotkey-text.ts";

/** How Bookbell starts, opens and looks. */
export function General({ state, view }: { state: PageState; view: ViewSignals }) {
  const settings = view.settings.value;
  const { general, settings: named } = words;
  return (
    <Group title={general.title}>
      <OnOff
        name={general.login}
        help={general.loginHelp}
        value={view.startAtLogin.value}
        choose={(on) => state.ask.settings.setStartAtLogin(on)}
      />
      <TextField
        say={state.say}
        name={general.hotkey}
        help={general.hotkeyHelp}
        value={shownKeys(settings.hotkey)}
        read={keysOf}
        wrong={problem("not-a-shortcut")}
        save={(keys) => state.ask.settings.setHotkey(keys)}
      />
      <OnOff
        name={general.keepOpen}
        help={general.keepOpenHelp}
        value={settings.keepOpen}
        choose={(on) => state.changeSettings({ keepOpen: on })}
      />
      <Choice
        name={general.theme}
        options={themes.map((value) => ({
          value,
          label: general.themes[value],
        }))}
        value={settings.theme}
        choose={(theme) => state.changeSettings({ theme })}
      />
      <Choice
        name={named.hours}
        options={hourChoices.map((value) => ({ value, label: named.hour[value] }))}
        value={settings.hours}
        choose={(hours) => state.changeSettings({ hours })}
      />
    </Group>
  );
}
