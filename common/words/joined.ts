import type { SharedMessages } from "./messages.ts";

/** How texts are put beside each other. */
export function createJoining({ facts }: Pick<SharedMessages, "facts">, language: string) {
  const joined = (parts: readonly string[], join: SharedMessages["facts"]["comma"]) =>
    parts
      .filter((part) => part !== "")
      .reduce((before, fact) => (before ? join({ before, fact }) : fact), "");
  const list = () => new Intl.ListFormat(language);
  return {
    /** "a, b and c". Made for each, as the first of a process takes long and is not always needed. */
    listed: (names: readonly string[]): string => list().format(names),
    /** The same for whoever draws each by itself. */
    listParts: (names: readonly string[]) => list().formatToParts(names),
    /** "2 new, 1 cancelled" */
    unitsListed: (counts: readonly string[]): string =>
      new Intl.ListFormat(language, { type: "unit" }).format(counts),
    /** "Marty McFly, 15:00", of what is not empty. */
    commaJoined: (parts: readonly string[]): string => joined(parts, facts.comma),
    /** "Starts at login · no shortcut", of what is not empty. */
    dotJoined: (parts: readonly string[]): string => joined(parts, facts.dot),
    /** As at the begin of a sentence. */
    capital: (text: string): string => text.charAt(0).toLocaleUpperCase(language) + text.slice(1),
  };
}

export type Joining = ReturnType<typeof createJoining>;
