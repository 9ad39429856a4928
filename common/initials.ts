import { visible } from "./text.ts";

/** Made once: making one costs far more than using it. */
const graphemes = new Intl.Segmenter();

/** The first letters of the first two words of a name, as far as it has any; "" = it has none. */
export function initialsOf(name: string): string {
  const words = visible(name)
    .slice(0, 200)
    .split(/[\s.,;:@_/|()<>"“”«»]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const [first = "", second = ""] = words;
  // Two signs of a script that is written without spaces would be half a name.
  return [first, second].map(firstLetter).join("");
}

function firstLetter(word: string): string {
  for (const { segment } of graphemes.segment(word.slice(0, 40)))
    if (/[\p{L}\p{N}]/u.test(segment)) return upper(segment.normalize().slice(0, 4));
  return "";
}

/** Of one that becomes two, such as ß, the first. */
const upper = (letter: string) => {
  const big = letter.toUpperCase();
  return [...big].length > [...letter].length ? letter : big;
};
