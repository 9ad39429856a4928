import { useId, useState } from "preact/hooks";
import type { Answer } from "../../common/ipc.ts";
import type { Problem } from "../../common/problems.ts";
import { ProblemText } from "../parts/problem-text.tsx";
import { Radios } from "../parts/radios.tsx";
import { problemOf } from "../state/answer.ts";

interface Props<T extends string | number> {
  readonly name: string;
  readonly help?: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  /** More options than fit beside the words: they get a line of their own. */
  readonly tall?: boolean;
  readonly choose: (value: T) => Promise<Answer<unknown>>;
}

/** A few options side by side; the choice counts at once. */
export function Choice<T extends string | number>({ name, help, options, value, tall, choose }: Props<T>) {
  const id = useId();
  const [problem, setProblem] = useState<Problem | null>(null);
  // What was clicked shows until main has answered; from then on it is main's word that counts.
  const [wanted, want] = useState<T | null>(null);
  const shown = wanted ?? value;

  async function pick(option: T) {
    want(option);
    setProblem(problemOf(await choose(option)));
    // Another one may have been picked meanwhile.
    want((now) => (now === option ? null : now));
  }

  return (
    <fieldset
      class={tall ? "setting setting-tall" : "setting"}
      aria-describedby={help || problem ? `${id}-help` : undefined}
    >
      <legend class="visually-hidden">{name}</legend>
      <div class="setting-words" id={`${id}-help`}>
        <p class="setting-name" aria-hidden="true">
          {name}
        </p>
        {help && <p class="help">{help}</p>}
        <ProblemText problem={problem} />
      </div>
      <div class="choice">
        <Radios options={options} value={shown} choose={(option) => void pick(option)} />
      </div>
    </fieldset>
  );
}
