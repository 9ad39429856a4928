import { hourChoices, themes } from "../../common/setting-choices.ts";
import { words } from "../../common/words/page.ts";
import { Anchor } from "../form/anchor.tsx";
import { Card } from "../form/card.tsx";
import { Choice } from "../form/choice.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";

/** How Bookbell looks. */
export function AppearancePage({ state, view }: { state: PageState; view: ViewSignals }) {
  const { changeSettings: change } = state;
  const settings = view.settings.value;
  const { appearance } = words;
  return (
    <Card>
      <Anchor name="theme">
        <Choice
          name={appearance.theme}
          options={themes.map((value) => ({ value, label: appearance.themes[value] }))}
          value={settings.theme}
          choose={(theme) => change({ theme })}
        />
      </Anchor>
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
