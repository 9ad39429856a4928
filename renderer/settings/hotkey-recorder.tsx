import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Answer } from "../../common/ipc.ts";
import { words } from "../../common/words/page.ts";
import { KeyCaps } from "../parts/key-caps.tsx";
import { ProblemText } from "../parts/problem-text.tsx";
import { useAct } from "../parts/use-act.ts";
import { isMac, shortcutOf, shortcutText } from "../text/shortcut.ts";

interface Props {
  /** As Electron writes it; empty = none. */
  readonly keys: string;
  readonly set: (keys: string) => Promise<Answer<unknown>>;
  readonly say: (text: string) => void;
}

/** The shortcut that works from anywhere: recorded by pressing it. */
export function HotkeyRecorder({ keys, set, say }: Props) {
  const [recording, record] = useState(false);
  const { problem, act } = useAct();
  const button = useRef<HTMLButtonElement>(null);
  const text = words.hotkey;
  const mac = isMac();

  useLayoutEffect(() => {
    if (!recording) return;
    const pressed = (event: KeyboardEvent) => {
      if (event.key === "Tab") return record(false);
      // Nothing else in the window hears of it.
      event.preventDefault();
      event.stopPropagation();
      if (event.key === "Escape") return record(false);
      const wanted = shortcutOf(event, mac);
      if (wanted === null) return;
      record(false);
      void apply(wanted);
    };
    const left = () => record(false);
    window.addEventListener("keydown", pressed, true);
    window.addEventListener("blur", left);
    return () => {
      window.removeEventListener("keydown", pressed, true);
      window.removeEventListener("blur", left);
    };
  }, [recording]);

  async function apply(wanted: string) {
    if (!(await act(() => set(wanted)))?.ok) return;
    say(wanted === "" ? text.removed : text.recorded({ keys: shortcutText(wanted, mac) }));
  }

  async function remove() {
    button.current?.focus();
    await apply("");
  }

  return (
    <div class="setting setting-tall">
      <div class="setting-words">
        <p class="setting-name">{text.name}</p>
        <p class="help">{recording ? (mac ? text.recordingHelpMac : text.recordingHelp) : text.help}</p>
        <ProblemText problem={recording ? null : problem} />
      </div>
      <div class="buttons hotkey">
        {keys === "" ? <span class="soft">{text.none}</span> : <KeyCaps keys={keys} />}
        <span class="hotkey-fill" />
        {keys !== "" && !recording && (
          <button type="button" class="button" aria-label={text.removeName} onClick={() => void remove()}>
            {text.remove}
          </button>
        )}
        <button
          type="button"
          ref={button}
          class={recording ? "button button-recording" : "button"}
          aria-label={recording ? undefined : text.recordName}
          aria-pressed={recording}
          onClick={() => record(!recording)}
          onBlur={() => record(false)}
        >
          {recording ? text.recording : text.record}
        </button>
      </div>
    </div>
  );
}
