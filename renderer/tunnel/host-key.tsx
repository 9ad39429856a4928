import type { Answer } from "../../common/ipc.ts";
import { words } from "../../common/words/page.ts";
import { ProblemText } from "../parts/problem-text.tsx";
import { useAct } from "../parts/use-act.ts";

const text = words.tunnel.hostKey;

interface UnknownProps {
  readonly hostKey: string;
  readonly trust: (hostKey: string) => Promise<Answer<unknown>>;
  readonly say: (text: string) => void;
}

/** The key by which a server names itself, which waits for the user's trust. */
export function UnknownKey({ hostKey, trust, say }: UnknownProps) {
  const { problem, act } = useAct();

  async function press() {
    if ((await act(() => trust(hostKey)))?.ok) say(text.didTrust);
  }

  return (
    <div class="unknown-key">
      <p class="setting-name">{text.title}</p>
      <code class="code key">{hostKey}</code>
      <p class="help">{text.waiting}</p>
      <ProblemText problem={problem} />
      <button type="button" class="button button-main" onClick={() => void press()}>
        {text.trust}
      </button>
    </div>
  );
}

interface TrustedProps {
  /** Empty while none is trusted. */
  readonly hostKey: string;
  readonly forget: () => Promise<Answer<unknown>>;
  readonly say: (text: string) => void;
}

/** The key of the server that the user trusts. */
export function TrustedKey({ hostKey, forget, say }: TrustedProps) {
  const { problem, act } = useAct();

  async function press() {
    if ((await act(forget))?.ok) say(text.didForget);
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
