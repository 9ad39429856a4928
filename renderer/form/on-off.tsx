import { useId, useState } from "preact/hooks";
import type { Answer } from "../../common/ipc.ts";
import type { Problem } from "../../common/problems.ts";
import { ProblemText } from "../parts/problem-text.tsx";
import { problemOf } from "../state/answer.ts";
import { Switch } from "./switch.tsx";

interface Props {
  readonly name: string;
  readonly help: string;
  readonly value: boolean;
  readonly choose: (on: boolean) => Promise<Answer<unknown>>;
}

/** A setting that is on or off; all of its row switches it. */
export function OnOff({ name, help, value, choose }: Props) {
  const id = useId();
  const [problem, setProblem] = useState<Problem | null>(null);
  return (
    <label class="setting setting-switch" for={id}>
      <span class="setting-words">
        <span class="setting-name">{name}</span>
        <span class="help" id={`${id}-help`}>
          {help}
        </span>
        <ProblemText problem={problem} />
      </span>
      <Switch
        label={name}
        id={id}
        describedBy={`${id}-help`}
        value={value}
        choose={async (on) => setProblem(problemOf(await choose(on)))}
      />
    </label>
  );
}
