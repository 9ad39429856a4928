import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { Answer } from "../../common/ipc.ts";
import type { Problem } from "../../common/problems.ts";
import { words } from "../../common/words/page.ts";
import { ProblemText } from "../parts/problem-text.tsx";
import { problemOf } from "../state/answer.ts";

interface Props<T> {
  readonly name: string;
  readonly help: ComponentChildren;
  readonly value: T;
  /** What was typed as a value, or null when it is none. */
  readonly read: (text: string) => T | null;
  /** Said in place of a value that is none. */
  readonly wrong: Problem;
  readonly save: (value: T) => Promise<Answer<unknown>>;
  readonly say: (text: string) => void;
  /** A port stands beside its name, anything longer below it. */
  readonly short?: boolean;
  readonly example?: string;
}

/** Takes effect on Enter or on leaving; what is no such value is said at once and never sent. */
export function TextField<T extends string | number>(props: Props<T>) {
  const { name, help, value, short } = props;
  const id = useId();
  const tried = useRef(String(value));
  const [text, setText] = useState(String(value));
  const [problem, setProblem] = useState<Problem | null>(null);

  useEffect(() => {
    setText(String(value));
    tried.current = String(value);
  }, [value]);

  async function apply() {
    tried.current = text;
    const wanted = props.read(text);
    if (wanted === null) return setProblem(props.wrong);
    if (wanted === value) return setProblem(null);
    const refused = problemOf(await props.save(wanted));
    setProblem(refused);
    if (!refused) props.say(words.settings.saved);
  }

  return (
    <div class={short ? "setting" : "setting setting-tall"}>
      <div class="setting-words">
        <label class="setting-name" for={id}>
          {name}
        </label>
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
        <ProblemText problem={problem} id={`${id}-problem`} />
      </div>
      <input
        id={id}
        class={short ? "field field-short" : "field"}
        inputMode={short ? "numeric" : "text"}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        maxLength={short ? 5 : 500}
        placeholder={props.example ?? ""}
        value={text}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-help ${id}-problem`}
        onInput={(event) => {
          setText(event.currentTarget.value);
          if (problem && props.read(event.currentTarget.value) !== null) setProblem(null);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") void apply();
        }}
        onBlur={() => {
          // What was refused on Enter is not asked again on leaving.
          if (text !== tried.current) void apply();
        }}
      />
    </div>
  );
}
