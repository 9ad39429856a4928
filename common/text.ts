const controls = /[\p{Cc}\p{Cs}\u2028\u2029]/gu;
/** They turn the reading order of everything after them: "evil" becomes "live" in a notification. */
const bidiControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Customer text made fit for one line: no controls, no reading-order tricks, at most `most` graphemes. */
export function oneLine(text: string, most: number): string {
  const clean = text.replace(bidiControls, "").replace(controls, " ").replace(/\s+/gu, " ").trim();
  // A grapheme is seldom longer than 16 units: no need to segment a megabyte.
  const graphemes = [...new Intl.Segmenter().segment(clean.slice(0, most * 16))];
  if (graphemes.length <= most) return clean;
  return `${graphemes
    .slice(0, most - 1)
    .map((part) => part.segment)
    .join("")
    .trimEnd()}…`;
}
