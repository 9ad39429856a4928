import { KeyRound } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import { graphNames } from "../../common/timekit.ts";
import { words } from "../../common/words/page.ts";
import { ProblemText } from "../parts/problem-text.tsx";
import { useAct } from "../parts/use-act.ts";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { ByHand } from "../webhooks/by-hand.tsx";
import { KeyForm } from "./key-form.tsx";
import { isConnected, isReached } from "./progress.ts";
import { SetupCard } from "./setup-card.tsx";

const text = words.setup.connect;

interface Parts {
  readonly state: PageState;
  readonly view: ViewSignals;
}

/** What the user is booked with: for Timekit its key, with which Bookbell registers the webhooks. */
export function ConnectCard({ state, view }: Parts) {
  const timekit = view.timekit.value;
  if (isConnected(view)) {
    const count = timekit.state === "on" ? timekit.webhooks.registered : 0;
    const said = count > 0 ? text.done({ count }) : text.doneElsewhere;
    return <SetupCard icon={KeyRound} state="done" title={text.titleDone} text={said} />;
  }
  if (!isReached(view)) return <SetupCard icon={KeyRound} state="waiting" title={text.title} />;
  if (timekit.state === "on") return <Registering state={state} view={view} />;
  return <Connecting state={state} view={view} />;
}

function Connecting({ state, view }: Parts) {
  const [byHand, showByHand] = useState(false);
  const { problem, act } = useAct();
  const { ask, go, say } = state;
  const timekit = view.timekit.value;
  return (
    <SetupCard icon={KeyRound} state="open" title={text.title} text={text.text}>
      <KeyForm
        keyring={view.address.value.kept !== "plain"}
        set={(key, plain) => ask.secrets.set({ name: "timekit", secret: key, plain })}
        say={say}
      />
      <ProblemText problem={problem ?? (timekit.state === "failed" ? timekit.problem : null)} />
      <p class="setup-links">
        <button
          type="button"
          class="link"
          aria-label={text.whereAs}
          onClick={() => void act(() => ask.timekit.openAdmin())}
        >
          {text.where}
        </button>
        <button
          type="button"
          class="link"
          aria-label={text.noKeyAs}
          aria-expanded={byHand}
          onClick={() => showByHand(!byHand)}
        >
          {text.noKey}
        </button>
        <button
          type="button"
          class="link"
          aria-label={text.othersAs}
          onClick={() => go({ name: "services", from: "today" })}
        >
          {text.others}
        </button>
      </p>
      {byHand && <ByHand copy={ask.address.copy} say={say} open />}
    </SetupCard>
  );
}

/** For all graphs that the account uses; where that is not known, for every one. */
function Registering({ state, view }: Parts) {
  const { ask, say } = state;
  const { problem, act } = useAct();
  const timekit = view.timekit.value;

  async function register() {
    const used = await ask.timekit.graphs();
    const graphs = used.ok && used.value.length > 0 ? used.value : graphNames;
    return ask.timekit.registerWebhooks([...graphs]);
  }
  const begin = async () => {
    if ((await act(register))?.ok) say(words.webhooks.done);
  };
  useEffect(() => void begin(), []);

  const said = problem ?? (timekit.state === "on" ? timekit.webhooks.problem : null);
  return (
    <SetupCard icon={KeyRound} state="open" title={text.title} text={said ? "" : text.registering}>
      <ProblemText problem={said} />
      {said && (
        <button type="button" class="button button-main button-big" onClick={() => void begin()}>
          {words.status.retry}
        </button>
      )}
    </SetupCard>
  );
}
