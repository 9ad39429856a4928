import { Check } from "lucide-preact";
import { useId, useState } from "preact/hooks";
import type { Answer } from "../../common/ipc.ts";
import type { Problem } from "../../common/problems.ts";
import { ProblemText } from "../parts/problem-text.tsx";
import { problemOf } from "../state/answer.ts";

interface Props<T extends string | number> {
  readonly name: string;
  readonly help: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly chosen: readonly T[];
  /** All that are chosen from now on, in the order of the options. */
  readonly choose: (chosen: readonly T[]) => Promise<Answer<unknown>>;
}

/** Any number of a few options; those that are chosen have a tick. */
export function Chips<T extends string | number>({ name, help, options, chosen, choose }: Props<T>) {
  const id = useId();
  const [problem, setProblem] = useState<Problem | null>(null);

  async function toggle(option: T) {
    const wanted = options.filter(({ value }) => chosen.includes(value) !== (value === option));
    setProblem(problemOf(await choose(wanted.map(({ value }) => value))));
  }

  return (
    <fieldset class="setting setting-tall" aria-describedby={`${id}-help`}>
      <legend class="visually-hidden">{name}</legend>
      <div class="setting-words" id={`${id}-help`}>
        <p class="setting-name" aria-hidden="true">
          {name}
        </p>
        <p class="help">{help}</p>
        <ProblemText problem={problem} />
      </div>
      <div class="chips">
        {options.map(({ value, label }) => (
          <label key={value} class="chip-box">
            <input
              type="checkbox"
              class="choice-radio"
              checked={chosen.includes(value)}
              onChange={() => void toggle(value)}
            />
            {chosen.includes(value) && <Check class="icon" aria-hidden="true" />}
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
