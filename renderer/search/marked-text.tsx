import { partsOf } from "./matches.ts";

interface Props {
  readonly text: string;
  readonly wanted: string;
  readonly struck?: boolean;
}

/** Text that somebody else wrote, with what was looked for marked: text all the same, never markup. */
export function MarkedText({ text, wanted, struck = false }: Props) {
  const parts = partsOf(text, wanted);
  const marked = (
    <bdi>
      {parts.map(({ text: part, hit }, index) => (hit ? <mark key={`${index} ${part}`}>{part}</mark> : part))}
    </bdi>
  );
  return struck ? <s>{marked}</s> : marked;
}
