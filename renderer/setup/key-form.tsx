import type { TargetedEvent } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Answer } from "../../common/ipc.ts";
import { mostOfSecret } from "../../common/secrets.ts";
import { words } from "../../common/words/page.ts";
import { ProblemText } from "../parts/problem-text.tsx";
import { useAct } from "../parts/use-act.ts";

interface Props {
  /** This system has one; without it the key can be saved without encryption. */
  readonly keyring: boolean;
  /** `plain` = the user agreed to save it without encryption. */
  readonly set: (key: string, plain: boolean) => Promise<Answer<unknown>>;
  readonly say: (text: string) => void;
}

/** Timekit's key, pasted in place; it lives in this form only. */
export function KeyForm({ keyring, set, say }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [key, setKey] = useState("");
  const [plain, setPlain] = useState(false);
  const { busy, problem, act } = useAct();
  // It comes once the step before is done: nobody is to look for it.
  useLayoutEffect(() => input.current?.focus(), []);

  async function save(event: TargetedEvent<HTMLFormElement>) {
    event.preventDefault();
    if (key.trim() === "") return input.current?.focus();
    if ((await act(() => set(key.trim(), plain)))?.ok) say(words.secrets.timekit.saved);
  }

  return (
    <form class="key-form" onSubmit={(event) => void save(event)}>
      <div class="key-row">
        <input
          ref={input}
          class="field"
          type="password"
          aria-label={words.secrets.timekit.field}
          placeholder={words.secrets.timekit.title}
          autocomplete="off"
          spellcheck={false}
          maxLength={mostOfSecret}
          value={key}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-problem`}
          onInput={(event) => setKey(event.currentTarget.value)}
        />
        <button type="submit" class="button button-main button-big" aria-disabled={busy}>
          {words.setup.connect.action}
        </button>
      </div>
      <ProblemText problem={problem} id={`${id}-problem`} />
      {!keyring && (
        <>
          <p class="help">{words.setup.connect.noKeyring}</p>
          <label class="check">
            <input
              type="checkbox"
              checked={plain}
              onChange={(event) => setPlain(event.currentTarget.checked)}
            />
            <span>{words.secret.keepPlain}</span>
          </label>
        </>
      )}
    </form>
  );
}
