import type { LucideIcon } from "lucide-preact";

/** Something that can be done by its name. */
export interface Command {
  readonly id: string;
  readonly title: string;
  /** What else it is found by. */
  readonly also: string;
  readonly icon: LucideIcon;
  /** What does the same by itself, as Electron writes shortcuts; "" = nothing. */
  readonly keys: string;
  readonly run: () => void;
}

/** Those of which every word of a text is a part, the ones that begin with it first. */
export function commandsFor(text: string, all: readonly Command[]): readonly Command[] {
  const wanted = text.trim().toLowerCase();
  const words = wanted.split(/\s+/).filter(Boolean);
  const found = all.filter(({ title, also }) => {
    const said = `${title} ${also}`.toLowerCase();
    return words.every((word) => said.includes(word));
  });
  const rank = ({ title }: Command) => (title.toLowerCase().startsWith(wanted) ? 0 : 1);
  return found.toSorted((a, b) => rank(a) - rank(b));
}
