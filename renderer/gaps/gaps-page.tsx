import { CircleCheck } from "lucide-preact";
import type { TimeFormat } from "../../common/time.ts";
import type { Gap } from "../../common/tunnel.ts";
import { words } from "../../common/words/page.ts";
import { Empty } from "../parts/empty.tsx";
import { Failed } from "../parts/failed.tsx";
import { Skeleton } from "../parts/skeleton.tsx";
import { useAsked } from "../parts/use-asked.ts";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { afterwardsOf, lengthOf, spanOf } from "./gap-text.ts";

/** The spans in which nothing could arrive, newest first. */
export function GapsPage({ state, view }: { state: PageState; view: ViewSignals }) {
  const now = view.now.value;
  // A gap begins, ends or is filled meanwhile; the minute brings what nothing tells of.
  const { answer, again } = useAsked(
    () => state.ask.tunnel.gaps(),
    [now, view.reach.value, view.timekit.value],
  );

  if (!answer) return <Skeleton rows={5} />;
  if (!answer.ok) return <Failed problem={answer.error} again={again} />;
  if (answer.value.length === 0)
    return <Empty icon={CircleCheck} title={words.gaps.empty.title} text={words.gaps.empty.text} />;
  return (
    // biome-ignore lint/a11y/noRedundantRoles: A list without bullets is no list to VoiceOver unless it says so.
    <ol class="gaps" role="list" aria-label={words.gaps.title}>
      {answer.value.map((gap) => (
        <Line key={gap.from} gap={gap} now={now} format={view.format.value} />
      ))}
    </ol>
  );
}

function Line({ gap, now, format }: { gap: Gap; now: number; format: TimeFormat }) {
  return (
    <li class={gap.to === null ? "gap gap-lasting" : "gap"}>
      <p class="gap-top">
        <span class="gap-when">{spanOf(gap, now, format)}</span>
        {gap.to === null && <span class="tag tag-lasting">{words.gaps.lasting}</span>}
        <span class="gap-length">{lengthOf(gap, now)}</span>
      </p>
      <p class="help">{[words.gaps.reasons[gap.reason], afterwardsOf(gap)].filter(Boolean).join(" · ")}</p>
    </li>
  );
}
