/**
 * Nothing is drawn for them: they would make a name of nothing, hide a text in another, or turn the reading order of all
 * that follows. Those that shape what is beside them stay: joiners, and the looks of emoji and ideographs.
 */
const unseen = /(?!\u200c|\u200d|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}])\p{Default_Ignorable_Code_Point}/gu;
/** Also a blank of Braille, which is no space to Unicode. */
const nothing = /^[\p{Default_Ignorable_Code_Point}\s\u2800\p{Cc}\p{Cs}]*$/u;
const controls = /[\p{Cc}\p{Cs}\u2028\u2029]/gu;

/** What is to be seen of customer text, without blanks around it; empty when that is nothing. */
export const visible = (text: string): string => (nothing.test(text) ? "" : text.replace(unseen, "").trim());

/** Customer text within a spoken sentence: without the pauses after which the rest would pass for our own words. */
export const unpaused = (text: string): string =>
  text
    .replace(/[,;،、，；\n]+|[.:!?。…·|–—]+(?=\s|$)/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();

/** Customer text made fit for one line: no controls, no reading-order tricks, at most `most` graphemes. */
export function oneLine(text: string, most: number): string {
  const clean = visible(text).replace(controls, " ").replace(/\s+/gu, " ").trim();
  if (clean.length <= most) return clean;
  // A grapheme is seldom longer than 16 units: no need to segment a megabyte.
  const graphemes = [...new Intl.Segmenter().segment(clean.slice(0, most * 16))];
  if (graphemes.length <= most) return clean;
  return `${graphemes
    .slice(0, most - 1)
    .map((part) => part.segment)
    .join("")
    .trimEnd()}…`;
}
