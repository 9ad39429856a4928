import { Radios } from "../parts/radios.tsx";

interface Props<T extends string> {
  readonly name: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly choose: (value: T) => void;
}

/** A few options side by side that narrow what is found. */
export function Filter<T extends string>({ name, ...radios }: Props<T>) {
  return (
    <fieldset class="choice">
      <legend class="visually-hidden">{name}</legend>
      <Radios {...radios} />
    </fieldset>
  );
}
