import { type ComponentChildren, Fragment } from "preact";

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

interface Several<Name extends string> {
  readonly say: (places: Readonly<Record<Name, string>>) => string;
  /** What stands in the place of each name; null = nothing, which is said as an empty text. */
  readonly parts: Readonly<Record<Name, ComponentChildren>>;
}

/** Of private use: no text has them either. */
const firstPlace = 0xf0000;

/** The same around several, in whatever order its language has them. */
export function SentenceOf<Name extends string>({ say, parts }: Several<Name>) {
  const names = Object.keys(parts) as Name[];
  const places = names.map((name, index) => [
    name,
    parts[name] === null ? "" : String.fromCodePoint(firstPlace + index),
  ]);
  const pieces = say(Object.fromEntries(places)).split(/([\u{f0000}-\u{f00ff}])/u);
  return (
    <>
      {pieces.map((piece) => {
        const name = names[(piece.codePointAt(0) ?? 0) - firstPlace];
        return name === undefined ? piece : <Fragment key={name}>{parts[name]}</Fragment>;
      })}
    </>
  );
}
