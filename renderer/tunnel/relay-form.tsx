import type { Requests } from "../../common/ipc.ts";
import { words } from "../../common/words/page.ts";
import { Secret } from "../form/secret.tsx";
import { ProblemText } from "../parts/problem-text.tsx";
import { useAct } from "../parts/use-act.ts";
import type { ViewSignals } from "../state/view-signals.ts";

interface Props {
  readonly view: ViewSignals;
  readonly ask: Pick<Requests, "secrets" | "tunnel">;
  readonly say: (text: string) => void;
}

const text = words.tunnel.relay;

/** The invitation to a team's relay, from a line or a file, and what it means for those who are booked. */
export function RelayForm({ view, ask, say }: Props) {
  const { busy, problem, act } = useAct();
  const { relay } = view.tunnel.value;

  async function open() {
    const answer = await act(() => ask.tunnel.openInvitation());
    if (answer?.ok && answer.value) say(words.secrets.relay.saved);
  }

  return (
    <>
      <p class="note soft">
        {relay ? text.ofTeam({ team: relay.team, days: relay.keepDays }) : text.privacy}
      </p>
      <Secret name="relay" secret={view.secrets.value.relay} set={ask.secrets.set} say={say} />
      <div class="setting setting-tall">
        <div class="setting-words">
          <p class="setting-name">{text.file}</p>
          <p class="help">{text.fileHelp}</p>
          <ProblemText problem={problem} />
        </div>
        <button type="button" class="button" aria-disabled={busy} onClick={() => void open()}>
          {text.open}
        </button>
      </div>
      {relay && <p class="note soft">{relay.registers ? text.registersHere : text.registersElsewhere}</p>}
    </>
  );
}
