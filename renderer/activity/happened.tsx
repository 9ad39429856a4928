import { CircleCheck, History } from "lucide-preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { ActivityPage } from "../../common/activity.ts";
import { words } from "../../common/words/page.ts";
import { Empty } from "../parts/empty.tsx";
import { Failed } from "../parts/failed.tsx";
import { Skeleton } from "../parts/skeleton.tsx";
import { useAsked } from "../parts/use-asked.ts";
import { rowOf } from "../parts/use-roving.ts";
import { activityPage } from "../state/activity.ts";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { titleOf } from "../text/booking-text.ts";
import { ActivityList } from "./activity-list.tsx";
import { ReadAll } from "./read-all.tsx";

interface Props {
  readonly state: PageState;
  readonly view: ViewSignals;
  /** Something is said above: an empty list is nothing to wonder about. */
  readonly known: boolean;
}

/** The lines of the tab, or all of the booking, that is shown. */
export function Happened({ state, view, known }: Props) {
  const { tab, bookingId, count } = state.activity.value;
  // What lasts, or is announced, is another thing meanwhile; the minute brings what nothing tells of.
  const { answer, again } = useAsked(
    () => state.ask.activity.list({ tab, bookingId, count }),
    [count, state.happened.value, view.now.value, view.unseen.value, view.reach.value, view.timekit.value],
  );
  if (!answer) return <Skeleton rows={6} />;
  if (!answer.ok) return <Failed problem={answer.error} again={again} />;
  const { lines } = answer.value;
  const { title, text } = words.activity.empty[bookingId === null ? tab : "booking"];
  return (
    <>
      {bookingId !== null && <Only state={state} page={answer.value} />}
      {bookingId === null && <ReadAll state={state} unread={view.unseen.value.length} />}
      {lines.length > 0 ? (
        <Lines state={state} view={view} page={answer.value} />
      ) : (
        !known && <Empty icon={tab === "everything" ? History : CircleCheck} title={title} text={text} />
      )}
    </>
  );
}

function Lines({ state, view, page: { lines, more } }: Omit<Props, "known"> & { page: ActivityPage }) {
  const list = useRef<HTMLDivElement>(null);
  /** So many lines there were when older ones were asked for. */
  const before = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (before.current === null || lines.length <= before.current) return;
    const first = lines[before.current];
    state.say(words.activity.olderShown({ count: lines.length - before.current }));
    before.current = null;
    // With the last page the button goes, and the focus with it.
    if (!more) rowOf(list.current, first?.key)?.focus();
  }, [lines]);

  function showOlder() {
    const shown = state.activity.peek();
    before.current = lines.length;
    state.activity.value = { ...shown, count: shown.count + activityPage };
  }
  return (
    <div ref={list}>
      <ActivityList state={state} view={view} lines={lines} />
      {more && (
        <button type="button" class="button log-older" onClick={showOlder}>
          {words.activity.older}
        </button>
      )}
    </div>
  );
}

/** Says that all the rest is left out. */
function Only({ state, page }: { state: PageState; page: ActivityPage }) {
  const [line] = page.lines;
  const who = line?.kind === "change" ? titleOf(line.booking) : null;
  return (
    <div class="activity-only">
      <p>{who === null ? words.activity.onlyThis : words.activity.only({ who })}</p>
      <button
        type="button"
        class="link"
        onClick={() => {
          state.activity.value = { ...state.activity.peek(), bookingId: null };
        }}
      >
        {words.activity.all}
      </button>
    </div>
  );
}
