import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

export interface Option<T extends string> {
  readonly value: T;
  readonly name: ComponentChildren;
  readonly help: string;
}

interface Props<T extends string> {
  /** What is chosen, for who does not see the title above. */
  readonly label: string;
  readonly options: readonly Option<T>[];
  /** Null while none is chosen. */
  readonly value: T | null;
  readonly choose: (value: T) => void;
}

/** Options below one another, each with a line of what it means. */
export function Options<T extends string>({ label, options, value, choose }: Props<T>) {
  const id = useId();
  return (
    <fieldset class="options">
      <legend class="visually-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value} class="option">
          <input
            type="radio"
            class="option-radio"
            name={id}
            checked={option.value === value}
            aria-labelledby={`${id}-${option.value}-name`}
            aria-describedby={`${id}-${option.value}`}
            onChange={() => choose(option.value)}
          />
          <span class="option-words">
            <span class="setting-name" id={`${id}-${option.value}-name`}>
              {option.name}
            </span>
            <span class="help" id={`${id}-${option.value}`}>
              {option.help}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
