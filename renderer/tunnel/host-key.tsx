import { ProblemText } from "../parts/problem-text.tsx";
import { useAct } from "../parts/use-act.ts";
import type { PageState } from "../state/create-state.ts";
import { words } from "../words.ts";

const text = words.tunnel.hostKey;

/** The key by which a server names itself, which waits for the user's trust. */
export function UnknownKey({ state, hostKey }: { state: PageState; hostKey: string }) {
  const { problem, act } = useAct();

  async function trust() {
    if (await act(() => state.ask.tunnel.trustHostKey(hostKey))) state.say(text.didTrust);
  }

  return (
    <div class="unknown-key">
      <p class="setting-name">{text.title}</p>
      <code class="code key">{hostKey}</code>
      <p class="help">{text.waiting}</p>
      <ProblemText problem={problem} />
      <button type="button" class="button button-main" onClick={() => void trust()}>
        {text.trust}
      </button>
    </div>
  );
}

interface Props {
  readonly state: PageState;
  /** Empty while none is trusted. */
  readonly hostKey: string;
}

/** The key of the server that the user trusts. */
export function TrustedKey({ state, hostKey }: Props) {
  const { problem, act } = useAct();

  async function press() {
    if (await act(() => state.ask.tunnel.forgetHostKey())) state.say(text.didForget);
  }

  return (
    <div class={hostKey ? "setting setting-tall" : "setting"}>
      <div class="setting-words">
        <p class="setting-name">{text.title}</p>
        <p class="help">{hostKey ? text.trusted : text.none}</p>
        {hostKey && <code class="code key">{hostKey}</code>}
        <ProblemText problem={problem} />
      </div>
      {hostKey && (
        <button type="button" class="button" onClick={() => void press()}>
          {text.forget}
        </button>
      )}
    </div>
  );
}
