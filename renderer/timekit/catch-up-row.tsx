import type { Answer } from "../../common/ipc.ts";
import { words } from "../../common/words/page.ts";
import { ProblemText } from "../parts/problem-text.tsx";
import { useAct } from "../parts/use-act.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import type { Connected } from "../text/connection.ts";
import { momentOf } from "../text/moment.ts";

interface Props {
  readonly view: ViewSignals;
  readonly timekit: Connected;
  readonly catchUp: () => Promise<Answer<unknown>>;
  readonly say: (text: string) => void;
}

/** When Timekit was last asked for what Bookbell missed, and the button that asks at once. */
export function CatchUpRow({ view, timekit, catchUp, say }: Props) {
  const { busy, problem, act } = useAct();
  const { caughtUpAt, unread } = timekit;
  const fetched =
    caughtUpAt === null
      ? words.timekit.neverFetched
      : words.timekit.fetched({ when: momentOf(caughtUpAt, view.now.value, view.format.value) });
  const help = words.dotJoined([fetched, unread > 0 ? words.timekit.unread({ count: unread }) : ""]);

  async function fetchNow() {
    const answer = await act(catchUp);
    const now = view.timekit.value;
    if (answer?.ok && now.state === "on" && !now.problem && now.unread === 0) say(words.timekit.didFetch);
  }

  return (
    <div class="setting">
      <div class="setting-words">
        <p class="setting-name">{words.timekit.missed}</p>
        <p class="help">{help}</p>
        <ProblemText problem={problem ?? timekit.problem} />
      </div>
      <button type="button" class="button" aria-disabled={busy} onClick={() => void fetchNow()}>
        {busy ? words.timekit.fetching : words.timekit.fetch}
      </button>
    </div>
  );
}
