import type { LucideIcon } from "lucide-preact";
import { useId, useState } from "preact/hooks";
import type { Answer } from "../../common/ipc.ts";
import type { Problem } from "../../common/problems.ts";
import { ProblemText } from "../parts/problem-text.tsx";
import { problemOf } from "../state/answer.ts";

interface Props<Row extends string, Option extends string> {
  /** What the rows have in common. */
  readonly title: string;
  readonly rows: readonly { readonly value: Row; readonly label: string; readonly icon: LucideIcon }[];
  readonly options: readonly { readonly value: Option; readonly label: string }[];
  readonly chosen: Readonly<Record<Row, Option>>;
  readonly choose: (row: Row, option: Option) => Promise<Answer<unknown>>;
}

/** The same few options for many things, one of them for each; a choice counts at once. */
export function ChoiceGrid<Row extends string, Option extends string>(props: Props<Row, Option>) {
  const { title, rows, options, chosen, choose } = props;
  const id = useId();
  const [problem, setProblem] = useState<Problem | null>(null);
  // What was clicked shows until main has answered; from then on it is main's word that counts.
  const [wanted, want] = useState<Partial<Record<Row, Option>>>({});

  async function pick(row: Row, option: Option) {
    want((now) => ({ ...now, [row]: option }));
    setProblem(problemOf(await choose(row, option)));
    want(({ [row]: _, ...others }) => others as Partial<Record<Row, Option>>);
  }

  return (
    <>
      <div class="grid">
        <p class="grid-row grid-head" aria-hidden="true">
          <span>{title}</span>
          {options.map(({ value, label }) => (
            <span key={value}>{label}</span>
          ))}
        </p>
        {rows.map(({ value: row, label: name, icon: Icon }) => (
          <fieldset key={row} class="grid-row">
            <legend class="visually-hidden">{name}</legend>
            <span class="grid-name" aria-hidden="true">
              <Icon class="icon" />
              {name}
            </span>
            {options.map(({ value, label }) => (
              <label key={value} class="grid-option">
                <input
                  type="radio"
                  class="radio"
                  name={`${id}-${row}`}
                  checked={(wanted[row] ?? chosen[row]) === value}
                  onChange={() => void pick(row, value)}
                />
                <span class="grid-label">{label}</span>
              </label>
            ))}
          </fieldset>
        ))}
      </div>
      <ProblemText problem={problem} />
    </>
  );
}
