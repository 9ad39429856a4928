import { Inbox } from "lucide-preact";
import { useState } from "preact/hooks";
import type { News } from "../../common/news.ts";
import type { Problem } from "../../common/problems.ts";
import { words } from "../../common/words/page.ts";
import { Empty } from "../parts/empty.tsx";
import { Failed } from "../parts/failed.tsx";
import { ProblemText } from "../parts/problem-text.tsx";
import { Skeleton } from "../parts/skeleton.tsx";
import { useAsked } from "../parts/use-asked.ts";
import { problemOf } from "../state/answer.ts";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { NewsLine } from "./news-line.tsx";

/** What changed, unseen first; opening a line, or a press on the button, marks it seen. */
export function NewsPage({ state, view }: { state: PageState; view: ViewSignals }) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const { answer, again } = useAsked(() => state.ask.news.list(), [view.agenda.value, view.unseen.value]);

  async function seeAll(): Promise<boolean> {
    const came = await state.ask.news.markSeen(null);
    setProblem(problemOf(came));
    again();
    return came.ok;
  }
  const open = ({ booking }: News) =>
    state.go({ name: "booking", id: booking.id, from: { name: "news", from: "today" } });

  if (!answer) return <Skeleton rows={5} />;
  if (!answer.ok) return <Failed problem={answer.error} again={again} />;
  if (answer.value.length === 0)
    return <Empty icon={Inbox} title={words.news.empty.title} text={words.news.empty.text} />;
  return (
    <>
      {answer.value.some(({ seen }) => !seen) && (
        <button
          type="button"
          class="button news-all"
          onClick={async () => {
            if (await seeAll()) state.say(words.news.allSeen);
          }}
        >
          {words.news.seeAll}
        </button>
      )}
      <ProblemText problem={problem} />
      {/* biome-ignore lint/a11y/noRedundantRoles: A list without bullets is no list to VoiceOver unless it says so. */}
      <ol class="entries" role="list" aria-label={words.news.title}>
        {answer.value.map((line) => (
          <NewsLine
            key={line.seq}
            line={line}
            now={view.now.value}
            format={view.format.value}
            open={() => open(line)}
          />
        ))}
      </ol>
    </>
  );
}
