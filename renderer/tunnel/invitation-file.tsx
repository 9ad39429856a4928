import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Requests } from "../../common/ipc.ts";
import type { RelaySettings } from "../../common/tunnel-settings.ts";
import { words } from "../../common/words/page.ts";
import { ProblemText } from "../parts/problem-text.tsx";
import { useAct } from "../parts/use-act.ts";
import { usePrevious } from "../parts/use-previous.ts";

interface Props {
  readonly ask: Pick<Requests["tunnel"], "openInvitation" | "takeInvitation">;
  readonly say: (text: string) => void;
  /** What an invitation means, in words. */
  readonly about: (relay: RelaySettings) => string;
}

const text = words.tunnel.relay;

/** An invitation that came as a file: opened, looked at, then taken. */
export function InvitationFile({ ask, say, about }: Props) {
  const { busy, problem, act } = useAct();
  const [opened, setOpened] = useState<RelaySettings | null>(null);
  const main = useRef<HTMLButtonElement>(null);
  const before = usePrevious(opened);
  // What had the focus made place for another button.
  useLayoutEffect(() => {
    if (opened || before) main.current?.focus();
  }, [opened]);

  function submit(event: Event) {
    event.preventDefault();
    void (opened ? take() : open());
  }

  async function open() {
    const answer = await act(() => ask.openInvitation());
    if (answer?.ok && answer.value) setOpened(answer.value);
  }

  async function take() {
    const answer = await act(() => ask.takeInvitation());
    if (!answer?.ok) return;
    setOpened(null);
    say(words.secrets.relay.saved);
  }

  function cancelOnEscape(event: KeyboardEvent) {
    if (!opened || event.key !== "Escape") return;
    event.preventDefault();
    setOpened(null);
  }

  return (
    // Escape closes the question first, not the settings.
    <form class="setting setting-tall" onSubmit={submit} onKeyDown={cancelOnEscape}>
      <div class="setting-words">
        <p class="setting-name">{text.file}</p>
        <p class="help" aria-live="polite">
          {opened ? about(opened) : text.fileHelp}
        </p>
        <ProblemText problem={problem} />
      </div>
      <div class="buttons">
        {opened && (
          <button key="cancel" type="button" class="button" onClick={() => setOpened(null)}>
            {text.cancel}
          </button>
        )}
        <button
          key="main"
          type="submit"
          class={opened ? "button button-main" : "button"}
          ref={main}
          aria-disabled={busy}
        >
          {opened ? text.take : text.open}
        </button>
      </div>
    </form>
  );
}
