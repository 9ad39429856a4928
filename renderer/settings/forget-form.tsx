import type { TargetedEvent } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { mailOf } from "../../common/addresses.ts";
import { problem } from "../../common/problems.ts";
import { words } from "../../common/words/page.ts";
import { ProblemText } from "../parts/problem-text.tsx";

interface Props {
  readonly mail: string;
  readonly next: (mail: string) => void;
  readonly cancel: () => void;
}

export function ForgetForm({ mail, next, cancel }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(mail);
  const [wrong, setWrong] = useState(false);
  useLayoutEffect(() => input.current?.focus(), []);

  function submit(event: TargetedEvent<HTMLFormElement>) {
    event.preventDefault();
    const wanted = mailOf(text);
    if (wanted !== null) return next(wanted);
    setWrong(true);
    input.current?.focus();
  }

  function cancelOnEscape(event: KeyboardEvent) {
    if (event.key !== "Escape") return;
    event.preventDefault();
    cancel();
  }

  return (
    // Escape anywhere in the form closes the form first, not the settings.
    <form class="secret" noValidate onSubmit={submit} onKeyDown={cancelOnEscape}>
      <label class="setting-name" for={id}>
        {words.privacy.forget.field}
      </label>
      <input
        id={id}
        ref={input}
        class="field"
        // As a field for mail addresses it would give those with letters beyond ASCII in another spelling.
        type="text"
        inputMode="email"
        autocomplete="off"
        spellcheck={false}
        maxLength={320}
        value={text}
        aria-invalid={wrong}
        aria-describedby={`${id}-problem`}
        onInput={(event) => {
          setText(event.currentTarget.value);
          if (wrong && mailOf(event.currentTarget.value) !== null) setWrong(false);
        }}
      />
      <ProblemText problem={wrong ? problem("not-a-mail") : null} id={`${id}-problem`} />
      <div class="buttons">
        <button type="button" class="button" onClick={cancel}>
          {words.privacy.cancel}
        </button>
        <button type="submit" class="button button-main" disabled={text.trim() === ""}>
          {words.privacy.forget.next}
        </button>
      </div>
    </form>
  );
}
