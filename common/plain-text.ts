import { entitiesRead } from "./entities.ts";

/** Longer than any description that a person reads; what is beyond it is left out. */
export const longestText = 50_000;

/**
 * The text of a description, which comes as HTML as often as not: without its tags, its lines kept, its entities read.
 * For showing as text only: what comes out may spell "<script>", and is no safer as HTML than what went in. Takes time
 * in proportion to the length, whatever is in it.
 */
export function plainText(text: string): string {
  const cut = text.slice(0, longestText).replaceAll("\r\n", "\n");
  if (!/<[/!]?[a-z][^<>]*>|&#?\w{1,8};/i.test(cut)) return cut;
  return entitiesRead(withoutTags(cut))
    .replace(/[^\S\n\r]+/g, " ")
    .replace(/(?: ?[\n\r] ?)+/g, lines)
    .trim();
}

/** A line that begins where one has begun already needs no other; more than one empty line is one. */
function lines(between: string): string {
  const breaks = between.split("\n").length - 1;
  return breaks > 1 ? "\n\n" : "\n";
}

const paragraphs = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6"]);
const blocks = new Set(["div", "ul", "ol", "table", "tr", "blockquote", "li"]);
const unseen = new Set(["script", "style", "title"]);

/** Without tags: a line break is "\n" then, and where a line has to begin is "\r". */
function withoutTags(html: string): string {
  const [before = "", ...parts] = html.split("<");
  let text = before;
  let within = "";
  let link = { to: "", from: 0 };
  for (const part of parts) {
    const [tag, slash, name = "", attributes = ""] = /^([/!]?)([a-z][a-z\d]*|--)([^>]*)>/i.exec(part) ?? [];
    const kind = name.toLowerCase();
    const opens = slash === "";
    if (within !== "" && kind !== within) continue;
    if (unseen.has(kind)) within = opens ? kind : "";
    if (within !== "") continue;
    if (kind === "a" && opens) link = { to: addressIn(attributes), from: text.length };
    if (kind === "a" && !opens) {
      if (link.to && !text.slice(link.from).includes(link.to)) text += ` (${link.to})`;
      link = { to: "", from: 0 };
    }
    if (tag === undefined) text += "<";
    else if (kind === "br" || paragraphs.has(kind)) text += "\n";
    else if (blocks.has(kind)) text += kind === "li" && opens ? "\r• " : "\r";
    text += part.slice(tag?.length ?? 0);
  }
  return text;
}

const addressIn = (attributes: string) => /\bhref\s*=\s*["']?(https?:[^\s"'>]+)/i.exec(attributes)?.[1] ?? "";
