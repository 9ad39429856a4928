import { useId } from "preact/hooks";

interface Tab<T extends string> {
  readonly value: T;
  readonly label: string;
  /** Stands beside it where it is not 0, and is said in a few words. */
  readonly count?: { readonly number: number; readonly said: string };
}

interface Props<T extends string> {
  readonly name: string;
  readonly tabs: readonly Tab<T>[];
  readonly value: T;
  readonly choose: (value: T) => void;
}

/** Which part of a list is shown: radio buttons, drawn as tabs. */
export function Tabs<T extends string>({ name, tabs, value, choose }: Props<T>) {
  const group = useId();
  return (
    <section class="tabs" aria-label={name}>
      {tabs.map((tab) => (
        <label key={tab.value} class="tab">
          <input
            type="radio"
            class="tab-radio"
            name={group}
            checked={tab.value === value}
            onChange={() => choose(tab.value)}
          />
          <span>{tab.label}</span>
          {tab.count && tab.count.number > 0 && (
            <>
              <span class="tab-count" aria-hidden="true">
                {tab.count.number}
              </span>
              <span class="visually-hidden">, {tab.count.said}</span>
            </>
          )}
        </label>
      ))}
    </section>
  );
}
