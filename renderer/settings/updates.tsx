import { useEffect } from "preact/hooks";
import type { Answer, Requests } from "../../common/ipc.ts";
import { dayOf, type TimeFormat, timeOf } from "../../common/time.ts";
import type { UpdatesView } from "../../common/updates.ts";
import { words } from "../../common/words/page.ts";
import { type Action, ActionRow } from "../form/action-row.tsx";
import { Anchor } from "../form/anchor.tsx";
import { OnOff } from "../form/on-off.tsx";
import { usePrevious } from "../parts/use-previous.ts";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";

interface Props {
  readonly view: ViewSignals;
  readonly ask: Requests["updates"];
  readonly change: PageState["changeSettings"];
  readonly say: (text: string) => void;
}

/** How far the next version is, and whether Bookbell looks for it by itself. */
export function Updates({ view, ask, change, say }: Props) {
  const updates = view.updates.value;
  const { state: stage } = updates;
  const text = textOf(updates, view.format.value);
  const before = usePrevious(stage);
  useEffect(() => {
    // Each percent would be too much to hear.
    if (before !== undefined && stage !== "downloading") say(text);
  }, [stage]);

  const named = words.updates;
  const look = () => silently(ask.check());
  const restart = () => silently(ask.restart());
  const offers: Partial<Record<UpdatesView["state"], readonly Action[]>> = {
    newest: [{ label: named.check, name: named.checkAs, run: look }],
    failed: [{ label: named.again, name: named.againAs, run: look }],
    available: [{ label: named.page, name: named.page, run: () => silently(ask.openReleases()) }],
    ready: [{ label: named.restart, name: named.restart, run: restart }],
  };
  return (
    <>
      <Anchor name="updates">
        <ActionRow
          name={named.title}
          help={text}
          problem={updates.state === "failed" ? updates.problem : null}
          say={say}
          actions={offers[stage] ?? []}
        />
      </Anchor>
      {stage !== "elsewhere" && (
        <Anchor name="autoUpdates">
          <OnOff
            name={named.auto}
            help={named.autoHelp}
            value={view.settings.value.updates}
            choose={(on) => change({ updates: on })}
          />
        </Anchor>
      )}
    </>
  );
}

/** What came of it is told by the view. */
async function silently(asked: Promise<Answer<unknown>>): Promise<Answer<string>> {
  const answer = await asked;
  return answer.ok ? { ok: true, value: "" } : answer;
}

function textOf(updates: UpdatesView, format: TimeFormat): string {
  const named = words.updates;
  switch (updates.state) {
    case "elsewhere":
      return named.elsewhere;
    case "newest": {
      const at = updates.checkedAt;
      return at === null
        ? named.never
        : named.newest({ when: words.moments.dayAt({ day: dayOf(at, format), time: timeOf(at, format) }) });
    }
    case "checking":
      return named.checking;
    case "downloading":
      return named.downloading(updates);
    case "available":
      return named.available(updates);
    case "ready":
      return named.ready(updates);
    case "failed":
      return "";
  }
}
