import { Bell } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import { problem } from "../../common/problems.ts";
import { words } from "../../common/words/page.ts";
import { ProblemText } from "../parts/problem-text.tsx";
import { useAct } from "../parts/use-act.ts";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { SetupCard } from "./setup-card.tsx";

const text = words.setup.hello;

/** Whether notifications can be seen: one is sent at once, and main says what became of it. */
export function HelloCard({ state, view }: { state: PageState; view: ViewSignals }) {
  const { problem: refused, act } = useAct();
  const [unseen, setUnseen] = useState(false);
  const greeted = view.greeted.value;
  const send = () => void act(() => state.ask.alerts.greet());
  useEffect(() => {
    if (greeted === null) send();
  }, []);

  function again() {
    setUnseen(true);
    send();
  }

  if (greeted === false || refused)
    return (
      <SetupCard
        icon={Bell}
        state="trouble"
        title={text.fails}
        aside={
          <button type="button" class="button" onClick={again}>
            {text.again}
          </button>
        }
      >
        <ProblemText problem={refused ?? view.notifications.value ?? problem("notifications-failed")} />
      </SetupCard>
    );
  if (greeted === null) return <SetupCard icon={Bell} state="waiting" title={text.sending} />;
  return (
    <SetupCard
      icon={Bell}
      state="done"
      title={unseen ? text.unseen : text.works}
      text={unseen ? text.unseenHelp : text.saw}
      aside={
        <button type="button" class="button button-quiet" aria-label={text.notSeenAs} onClick={again}>
          {text.notSeen}
        </button>
      }
    />
  );
}
