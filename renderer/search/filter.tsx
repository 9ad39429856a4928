import { useId } from "preact/hooks";
import { Radios } from "../parts/radios.tsx";

interface Props<T extends string> {
  readonly name: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly choose: (value: T) => void;
}

/** A few options side by side that narrow what is found, with what they are about before them. */
export function Filter<T extends string>({ name, ...radios }: Props<T>) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: the legend of a fieldset stands in no line
    <div class="search-filter" role="group" aria-labelledby={id}>
      <span id={id} class="search-filter-name">
        {name}
      </span>
      <div class="choice">
        <Radios {...radios} />
      </div>
    </div>
  );
}
