import type { TargetedEvent } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { type Problem, type ProblemCode, problem } from "../../common/problems.ts";
import { words } from "../../common/words/page.ts";
import { ProblemText } from "../parts/problem-text.tsx";
import { Sentence } from "../parts/sentence.tsx";

interface Props {
  readonly action: "decline" | "cancel";
  readonly who: string;
  /** Who is asked to do so. */
  readonly service: string;
  /** What is wrong without a message; null = nothing. */
  readonly missing: ProblemCode | null;
  readonly busy: boolean;
  readonly send: (message: string) => void;
  readonly leave: () => void;
}

/** The question before declining or cancelling, in place, with room for a word to the customer. Escape says no. */
export function AnswerForm({ action, who, service, missing, busy, send, leave }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [message, setMessage] = useState("");
  const [wrong, setWrong] = useState<Problem | null>(null);
  useLayoutEffect(() => input.current?.focus(), []);

  function submit(event: TargetedEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const text = message.trim();
    if (text || !missing) return send(text);
    setWrong(problem(missing));
    input.current?.focus();
  }

  function keepKeys(event: KeyboardEvent) {
    // The list would go to another row on the arrow keys of the field.
    event.stopPropagation();
    if (event.key !== "Escape") return;
    event.preventDefault();
    leave();
  }

  return (
    <form class="booking-question" aria-labelledby={`${id}-sure`} onSubmit={submit} onKeyDown={keepKeys}>
      <p id={`${id}-sure`} class="setting-name">
        <Sentence say={(place) => words.acting.sure[action]({ who: place, service })}>
          <bdi>{who}</bdi>
        </Sentence>
      </p>
      <label class="help" for={id}>
        {missing ? words.acting.reason({ service }) : words.acting.message}
      </label>
      <input
        id={id}
        ref={input}
        class="field"
        autocomplete="off"
        maxLength={2000}
        aria-required={missing !== null}
        aria-invalid={wrong !== null}
        aria-describedby={`${id}-problem`}
        value={message}
        onInput={(event) => setMessage(event.currentTarget.value)}
      />
      <ProblemText problem={wrong} id={`${id}-problem`} />
      <div class="buttons">
        <button type="button" class="button" onClick={leave}>
          {words.acting.keep[action]}
        </button>
        <button type="submit" class="button button-trouble" aria-disabled={busy}>
          {words.acting[action]}
        </button>
      </div>
    </form>
  );
}
