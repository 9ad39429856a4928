import { words } from "../../common/words/page.ts";
import { Anchor } from "../form/anchor.tsx";
import { Card } from "../form/card.tsx";
import { LinkRow } from "../form/link-row.tsx";
import { OnOff } from "../form/on-off.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { HotkeyRecorder } from "./hotkey-recorder.tsx";

/** How Bookbell starts and opens, and its keys. */
export function GeneralPage({ state, view }: { state: PageState; view: ViewSignals }) {
  const { ask, changeSettings: change, go, say } = state;
  const settings = view.settings.value;
  const { general } = words;
  return (
    <Card>
      <Anchor name="login">
        <OnOff
          name={general.login}
          help={general.loginHelp}
          value={view.startAtLogin.value}
          choose={ask.settings.setStartAtLogin}
        />
      </Anchor>
      <Anchor name="keepOpen">
        <OnOff
          name={general.keepOpen}
          help={general.keepOpenHelp}
          value={settings.keepOpen}
          choose={(on) => change({ keepOpen: on })}
        />
      </Anchor>
      <Anchor name="hotkey">
        <HotkeyRecorder keys={settings.hotkey} set={ask.settings.setHotkey} say={say} />
      </Anchor>
      <Anchor name="keyHints">
        <OnOff
          name={general.keyHints}
          help={general.keyHintsHelp}
          value={settings.keyHints}
          choose={(keyHints) => change({ keyHints })}
        />
      </Anchor>
      <Anchor name="keys">
        <LinkRow
          name={words.keys.row}
          help={words.keys.rowHelp}
          onClick={() => go({ name: "keys", from: "settings" })}
        />
      </Anchor>
    </Card>
  );
}
