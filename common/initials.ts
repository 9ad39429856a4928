import { visible } from "./text.ts";

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
  // The first segmenter of a process takes as long as all else of a list's rows.
  const plain = /^[!-~]*$/.test(word) && /[A-Za-z0-9]/.exec(word);
  if (plain) return plain[0].toUpperCase();
  for (const { segment } of new Intl.Segmenter().segment(word.slice(0, 40)))
    if (/[\p{L}\p{N}]/u.test(segment)) return upper(segment.normalize().slice(0, 4));
  return "";
}

/** Of one that becomes two, such as ß, the first. */
const upper = (letter: string) => {
  const big = letter.toUpperCase();
  return [...big].length > [...letter].length ? letter : big;
};
