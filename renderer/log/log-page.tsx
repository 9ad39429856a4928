import { CircleCheck, Inbox } from "lucide-preact";
import { useLayoutEffect } from "preact/hooks";
import { deliveryFilters } from "../../common/delivery.ts";
import type { SettingsView } from "../../common/settings.ts";
import { words } from "../../common/words/page.ts";
import { Empty } from "../parts/empty.tsx";
import { Failed } from "../parts/failed.tsx";
import { Skeleton } from "../parts/skeleton.tsx";
import { Tabs } from "../parts/tabs.tsx";
import type { PageState } from "../state/page-state.ts";
import type { Line } from "../state/screen.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { LogList } from "./log-list.tsx";
import { ShowOlder } from "./show-older.tsx";

interface Props {
  readonly state: PageState;
  readonly view: ViewSignals;
  readonly back: Line | null;
}

/** Told until the user looks at them, which is here. */
const lookedAt = ["malformed", "unreadable"] as const;

/** What came in, newest first, and what it was worth. */
export function LogPage({ state, view, back }: Props) {
  const { log } = state;
  useLayoutEffect(() => {
    if (!back) void log.start();
    for (const name of lookedAt)
      if (view.tallies.peek()[name]) void state.attempt(state.ask.window.dismiss(name));
  }, []);
  return (
    <>
      <Tabs
        name={words.log.show}
        tabs={deliveryFilters.map((value) => ({ value, label: words.log.filters[value] }))}
        value={log.only.value}
        choose={(only) => {
          log.only.value = only;
          void log.start();
        }}
      />
      <main class="content">
        <Listed state={state} view={view} back={back} />
      </main>
    </>
  );
}

function Listed({ state, view, back }: Props) {
  const { log } = state;
  const lines = log.lines.value;
  const problem = log.problem.value;
  if (!lines)
    return problem ? (
      <Failed problem={problem.why} again={() => void log.refresh()} />
    ) : (
      <Skeleton rows={7} />
    );
  const only = log.only.value;
  return (
    <>
      {problem?.of === "newest" && <Failed problem={problem.why} again={() => void log.refresh()} />}
      {lines.length === 0 ? (
        <Empty icon={only === "problems" ? CircleCheck : Inbox} {...words.log.empty[only]} />
      ) : (
        <LogList
          key={only}
          lines={lines}
          back={back}
          now={view.now.value}
          format={view.format.value}
          open={(line) => state.go({ name: "delivery", line })}
        />
      )}
      {problem?.of === "older" && <Failed problem={problem.why} />}
      {log.more.value && <ShowOlder log={log} say={state.say} />}
      {lines.length > 0 && !log.more.value && <Kept days={view.settings.value.keepDeliveriesDays} />}
    </>
  );
}

/** Why the list ends here. */
function Kept({ days }: { days: SettingsView["keepDeliveriesDays"] }) {
  if (days === 0) return null;
  return <p class="log-end">{words.privacy.keptFor({ days })}</p>;
}
