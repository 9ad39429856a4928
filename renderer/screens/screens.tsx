import { BackHeader } from "../chrome/back-header.tsx";
import { useFocusAt } from "../form/anchor.tsx";
import { usePrevious } from "../parts/use-previous.ts";
import { useProofSeen } from "../proof/use-proof-seen.ts";
import { Setup } from "../setup/setup.tsx";
import type { PageState } from "../state/page-state.ts";
import type { SettingName, SettingsLine } from "../state/screen.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { depthOf, entryOf, type ScreenBehind } from "./screen-table.tsx";
import { TodayScreen } from "./today-screen.tsx";
import { useSlide } from "./use-slide.ts";
import { useUnknownReveal } from "./use-unknown-reveal.ts";

interface Props {
  readonly state: PageState;
  readonly view: ViewSignals;
}

/** The screen that is open, with its header; a first run takes the place of today's. */
export function Screens({ state, view }: Props) {
  const screen = state.screen.value;
  const before = usePrevious(screen.name);
  const anew = state.anew.value;
  const isAnew = usePrevious(anew) !== anew;
  useSlide(screen.name, depthOf(screen), isAnew);
  useUnknownReveal(state, view);
  useProofSeen(state, view);
  if (screen.name !== "today") return <Behind key={screen.name} state={state} view={view} screen={screen} />;
  if (view.setup.value !== "done") return <Setup key="setup" state={state} view={view} />;
  const back = before !== undefined && before !== "today" && !isAnew;
  return <TodayScreen key={`today ${anew}`} state={state} view={view} back={back} />;
}

/** The setting, or the line of the settings, that is to have the focus. */
function settingOf(screen: ScreenBehind): SettingName | SettingsLine | null {
  if (screen.name === "settings") return screen.field;
  return "focus" in screen ? (screen.focus ?? null) : null;
}

function Behind({ state, view, screen }: Props & { screen: ScreenBehind }) {
  const entry = entryOf(screen);
  const back = () => state.go(entry.back(screen));
  const page = entry.page({ state, view, back }, screen);
  useFocusAt(entry.focus(screen) === "page" ? settingOf(screen) : null);
  if (entry.draws === "header") return page;
  return (
    <>
      <BackHeader title={entry.title(view, screen)} focused={entry.focus(screen) === "back"} back={back}>
        {entry.tools?.({ state, view })}
      </BackHeader>
      {entry.draws ? page : <main class="content">{page}</main>}
    </>
  );
}
