import { useId } from "preact/hooks";

interface Props<T extends string | number> {
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly choose: (value: T) => void;
}

/** Radio buttons drawn side by side; whatever they stand in names them. */
export function Radios<T extends string | number>({ options, value, choose }: Props<T>) {
  const name = useId();
  return (
    <>
      {options.map((option) => (
        <label key={option.value} class="choice-option">
          <input
            type="radio"
            class="choice-radio"
            name={name}
            checked={option.value === value}
            onChange={() => choose(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </>
  );
}
