import { hourChoices, textSizes, themes } from "../../common/setting-choices.ts";
import { words } from "../../common/words/page.ts";
import { Anchor } from "../form/anchor.tsx";
import { Card } from "../form/card.tsx";
import { Choice } from "../form/choice.tsx";
import { OnOff } from "../form/on-off.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { isMac } from "../text/shortcut.ts";
import { LanguageChoice } from "./language.tsx";

/** How Bookbell looks. */
export function AppearancePage({ state, view }: { state: PageState; view: ViewSignals }) {
  const { changeSettings: change } = state;
  const settings = view.settings.value;
  const { appearance } = words;
  return (
    <Card>
      <Anchor name="language">
        <LanguageChoice value={settings.language} change={change} />
      </Anchor>
      <Anchor name="theme">
        <Choice
          name={appearance.theme}
          options={themes.map((value) => ({ value, label: appearance.themes[value] }))}
          value={settings.theme}
          choose={(theme) => change({ theme })}
        />
      </Anchor>
      <Anchor name="textSize">
        <Choice
          name={appearance.textSize}
          help={appearance.textSizeHelp}
          tall
          options={textSizes.map((size) => ({ value: size, label: appearance.percent({ size }) }))}
          value={settings.textSize}
          choose={(textSize) => change({ textSize })}
        />
      </Anchor>
      {isMac() && (
        <OnOff
          name={appearance.trayTitle}
          help={appearance.trayTitleHelp}
          value={settings.trayTitle}
          choose={(trayTitle) => change({ trayTitle })}
        />
      )}
      <Anchor name="hours">
        <Choice
          name={appearance.hours}
          options={hourChoices.map((value) => ({ value, label: appearance.hour[value] }))}
          value={settings.hours}
          choose={(hours) => change({ hours })}
        />
      </Anchor>
    </Card>
  );
}
