import { useId, useState } from "preact/hooks";
import type { Hue } from "../../common/hues.ts";
import type { Answer } from "../../common/ipc.ts";
import type { Problem } from "../../common/problems.ts";
import { ProblemText } from "../parts/problem-text.tsx";
import { problemOf } from "../state/answer.ts";

interface Props {
  readonly name: string;
  readonly options: readonly { readonly value: Hue; readonly label: string }[];
  readonly value: Hue;
  readonly choose: (hue: Hue) => Promise<Answer<unknown>>;
}

/** One of the colours; each is named, and the chosen one has a ring. */
export function Swatches({ name, options, value, choose }: Props) {
  const id = useId();
  const [problem, setProblem] = useState<Problem | null>(null);
  return (
    <fieldset class="setting">
      <legend class="visually-hidden">{name}</legend>
      <div class="setting-words">
        <p class="setting-name" aria-hidden="true">
          {name}
        </p>
        <ProblemText problem={problem} />
      </div>
      <div class="swatches">
        {options.map((option) => (
          <input
            key={option.value}
            type="radio"
            class={`swatch hue-${option.value}`}
            name={id}
            aria-label={option.label}
            title={option.label}
            checked={option.value === value}
            onChange={async () => setProblem(problemOf(await choose(option.value)))}
          />
        ))}
      </div>
    </fieldset>
  );
}
