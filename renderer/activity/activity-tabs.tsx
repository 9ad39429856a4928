import { activityTabs } from "../../common/activity.ts";
import { words } from "../../common/words/page.ts";
import { Tabs } from "../parts/tabs.tsx";
import { shownAtFirst } from "../state/activity.ts";
import type { PageState } from "../state/page-state.ts";

/** Which of what happened is listed; beside the problems stands how many there are now. */
export function ActivityTabs({ state }: { state: PageState }) {
  const shown = state.activity.value;
  const number = state.status.value.length;
  const said = words.activity.problems({ count: number });
  return (
    <Tabs
      name={words.activity.show}
      tabs={activityTabs.map((value) => ({
        value,
        label: words.activity.tabs[value],
        ...(value === "problems" && { count: { number, said } }),
      }))}
      value={shown.tab}
      choose={(tab) => {
        state.activity.value = { ...shownAtFirst(tab), tests: shown.tests };
      }}
    />
  );
}
