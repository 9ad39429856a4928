import { useState } from "preact/hooks";
import type { Problem } from "../../common/problems.ts";
import { Choice } from "../form/choice.tsx";
import { Confirm } from "../form/confirm.tsx";
import { words } from "../words.ts";

type Days = keyof typeof words.privacy.days;

interface Props<T extends Days> {
  readonly name: string;
  readonly help: string;
  readonly options: readonly T[];
  readonly value: T;
  /** What to ask before anything is removed. */
  readonly shorter: (days: string) => string;
  readonly choose: (days: T) => Promise<Problem | null>;
}

interface Asking<T> {
  readonly days: T;
  readonly answer: (problem: Problem | null) => void;
}

const never = 0;
const isShorter = (days: number, than: number) => days !== never && (than === never || days < than);

/** How long something is kept. Longer counts at once; shorter removes something, so it asks first. */
export function Retention<T extends Days>({ name, help, options, value, shorter, choose }: Props<T>) {
  const [asking, ask] = useState<Asking<T> | null>(null);

  function pick(days: T): Promise<Problem | null> | Problem | null {
    asking?.answer(null);
    ask(null);
    if (days === value) return null;
    if (!isShorter(days, value)) return choose(days);
    return new Promise((answer) => ask({ days, answer }));
  }

  function settle(problem: Problem | null) {
    asking?.answer(problem);
    ask(null);
  }

  return (
    <>
      <Choice
        name={name}
        help={help}
        tall
        options={options.map((days) => ({ value: days, label: words.privacy.days[days] }))}
        value={value}
        choose={async (days) => pick(days)}
      />
      {asking && (
        <Confirm
          key={asking.days}
          focused={false}
          action={words.privacy.remove}
          cancel={words.privacy.cancel}
          yes={async () => settle(await choose(asking.days))}
          no={() => settle(null)}
        >
          {shorter(words.privacy.days[asking.days])}
        </Confirm>
      )}
    </>
  );
}
