import { useId } from "preact/hooks";
import { languageChoices } from "../../common/setting-choices.ts";
import type { SettingsView } from "../../common/settings.ts";
import { languages } from "../../common/words/languages.ts";
import { words } from "../../common/words/page.ts";
import { ProblemText } from "../parts/problem-text.tsx";
import { useAct } from "../parts/use-act.ts";
import type { PageState } from "../state/page-state.ts";

type Choice = SettingsView["language"];

interface Props {
  readonly value: Choice;
  readonly change: PageState["changeSettings"];
}

/** Which language Bookbell speaks. Each is called as its speakers call it: they may not read the one that is on. */
export function LanguageChoice({ value, change }: Props) {
  const id = useId();
  const { busy, problem, act } = useAct();
  const { language, languageSystem } = words.appearance;
  return (
    <div class="setting">
      <div class="setting-words">
        <label class="setting-name" for={id}>
          {language}
        </label>
        <ProblemText problem={problem} />
      </div>
      <select
        id={id}
        class="field select"
        value={value}
        aria-busy={busy}
        onChange={({ currentTarget }) => void act(() => change({ language: currentTarget.value as Choice }))}
      >
        {languageChoices.map((choice) => (
          <option key={choice} value={choice} lang={choice === "system" ? undefined : choice}>
            {choice === "system" ? languageSystem : languages[choice]}
          </option>
        ))}
      </select>
    </div>
  );
}
