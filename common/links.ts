import { isPublicName } from "./addresses.ts";

/** No meeting's address is longer, wrapped ones included. */
const longest = 4_096;
const anAddress = /https:\/\/[^\s<>"`{}|\\^\p{Cc}]+/giu;

/** A part of a text; `link` = what it leads to, as nobody can write it to look like another; null = it is words. */
export interface Piece {
  readonly text: string;
  readonly link: string | null;
}

/** A text in parts, of which those are links that may be opened: https, of a public name, without a user name. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: raw, index } of text.matchAll(anAddress)) {
    const address = withoutPunctuation(raw);
    const url = safeUrl(address);
    if (!url) continue;
    if (index > from) pieces.push({ text: text.slice(from, index), link: null });
    pieces.push({ text: address, link: url.href });
    from = index + address.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), link: null });
  return pieces;
}

/** The links alone. */
export const linksIn = (text: string): URL[] =>
  piecesOf(text).flatMap(({ link }) => (link === null ? [] : [new URL(link)]));

/** What that text leads to, if it is one safe link. */
export function safeUrl(text: string): URL | null {
  const url = text.length <= longest && URL.canParse(text) ? new URL(text) : null;
  return url && isSafe(url) ? url : null;
}

const isSafe = ({ protocol, username, password, hostname }: URL) =>
  protocol === "https:" && username === "" && password === "" && isPublicName(hostname);

/** What ends a sentence or closes a bracket around a link. */
function withoutPunctuation(link: string): string {
  let end = link.length;
  while (".,;:!?'*_)]’”»…".includes(link.charAt(end - 1))) end -= 1;
  return link.slice(0, end);
}
