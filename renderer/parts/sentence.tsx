import type { ComponentChildren } from "preact";

/** Stands for what is shown within a sentence: no text has it. */
const place = "\ufffc";

interface Props {
  /** The whole sentence, with what it is given in the place of `children`. */
  readonly say: (place: string) => string;
  readonly children: ComponentChildren;
}

/** A whole sentence around something that is more than text, wherever its language has it. */
export function Sentence({ say, children }: Props) {
  const [before, after] = say(place).split(place);
  return (
    <>
      {before}
      {children}
      {after}
    </>
  );
}
