import { Eye } from "lucide-preact";
import type { ComponentChildren, TargetedEvent } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Answer } from "../../common/ipc.ts";
import { mostOfSecret, type SecretName } from "../../common/secrets.ts";
import { words } from "../../common/words/page.ts";
import { IconButton } from "../parts/icon-button.tsx";
import { ProblemText } from "../parts/problem-text.tsx";
import { useAct } from "../parts/use-act.ts";

export interface SecretChange {
  readonly name: SecretName;
  /** Null removes it. */
  readonly secret: string | null;
  /** It may be kept without a keyring. */
  readonly plain: boolean;
}

interface Props {
  readonly name: SecretName;
  /** This system is known to have no keyring, so the user may choose to do without. */
  readonly offerPlain: boolean;
  readonly plain: boolean;
  readonly set: (change: SecretChange) => Promise<Answer<unknown>>;
  readonly say: (text: string) => void;
  readonly done: () => void;
  /** What is to be known of what was entered before it is saved. */
  readonly about?: ((secret: string) => ComponentChildren) | undefined;
}

/** The secret lives in this form only, and only while it is open. */
export function SecretForm({ name, offerPlain, plain: plainFirst, set, say, done, about }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [secret, setSecret] = useState("");
  const [shown, show] = useState(false);
  const [plain, setPlain] = useState(plainFirst);
  const { busy, problem, act } = useAct();
  const { saved, show: showIt, field, where } = words.secrets[name];
  useLayoutEffect(() => input.current?.focus(), []);

  async function save(event: TargetedEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!(await act(() => set({ name, secret: secret.trim(), plain })))?.ok) return;
    say(saved);
    done();
  }

  function cancelOnEscape(event: KeyboardEvent) {
    if (event.key !== "Escape") return;
    event.preventDefault();
    done();
  }

  return (
    // Escape anywhere in the form closes the form first, not the settings.
    <form class="secret" onSubmit={(event) => void save(event)} onKeyDown={cancelOnEscape}>
      <label class="setting-name" for={id}>
        {field}
      </label>
      <div class="secret-row">
        <input
          id={id}
          ref={input}
          class="field"
          type={shown ? "text" : "password"}
          autocomplete="off"
          spellcheck={false}
          maxLength={mostOfSecret}
          value={secret}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-help ${id}-problem`}
          onInput={(event) => setSecret(event.currentTarget.value)}
        />
        <IconButton icon={Eye} label={showIt} pressed={shown} onClick={() => show(!shown)} />
      </div>
      <p class="help" id={`${id}-help`}>
        {where}
      </p>
      <ProblemText problem={problem} id={`${id}-problem`} />
      {about && <div aria-live="polite">{about(secret)}</div>}
      {offerPlain && (
        <label class="check">
          <input
            type="checkbox"
            checked={plain}
            onChange={(event) => setPlain(event.currentTarget.checked)}
          />
          <span>{words.secret.keepPlain}</span>
        </label>
      )}
      <div class="buttons">
        <button type="button" class="button" onClick={done}>
          {words.secret.cancel}
        </button>
        <button type="submit" class="button button-main" disabled={secret.trim() === "" || busy}>
          {words.secret.save}
        </button>
      </div>
    </form>
  );
}
