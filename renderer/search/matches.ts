/** A part of a text; `hit` = it is what was looked for. */
export interface Part {
  readonly text: string;
  readonly hit: boolean;
}

/** So many words are looked for, and no more. */
const mostWords = 10;
/** A shorter word is looked for at the beginning of a word only. */
const longWord = 3;
/** What a word ends at, as the search has it. */
const between = /[\s@.,;:/-]/u;

/** Without accents and case, as the search compares. */
const folded = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** A text in parts, of which those that are looked for are marked; nothing of it is lost. */
export function partsOf(text: string, wanted: string): Part[] {
  const signs = [...text];
  /** For each unit of the folded text, the sign that it is of. */
  const signAt: number[] = [];
  let plain = "";
  signs.forEach((sign, index) => {
    const one = folded(sign);
    plain += one;
    for (let unit = 0; unit < one.length; unit++) signAt.push(index);
  });
  const hits = signs.map(() => false);
  for (const word of folded(wanted)
    .split(/[\s\p{Cc}]+/u)
    .filter(Boolean)
    .slice(0, mostWords))
    for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + 1))
      if ([...word].length >= longWord || at === 0 || between.test(plain.charAt(at - 1)))
        for (let unit = at; unit < at + word.length; unit++) hits[signAt[unit] ?? 0] = true;
  return joined(signs, hits);
}

function joined(signs: readonly string[], hits: readonly boolean[]): Part[] {
  const parts: Part[] = [];
  signs.forEach((sign, index) => {
    const last = parts.at(-1);
    // An accent that stands by itself belongs to the sign before it.
    const hit = /\p{M}/u.test(sign) && last ? last.hit : (hits[index] ?? false);
    if (last?.hit === hit) parts[parts.length - 1] = { text: last.text + sign, hit };
    else parts.push({ text: sign, hit });
  });
  return parts;
}
