import { oneLine } from "../../common/text.ts";

/** No text of others is longer than this, in code points. */
const longestForeign = 200;

/** Text of others as it may leave: one line, without controls, halves of characters and tricks of the reading order. */
export function foreign(text: string, most = longestForeign): string {
  const points = [...oneLine(text, most)];
  return points.length <= most ? points.join("") : `${points.slice(0, most - 1).join("")}…`;
}

/**
 * The same within Slack's own markup, in which "*" and the like cannot be escaped, and a name of a site becomes a link:
 * letters, digits and what stands between words.
 */
export const unformatted = (text: string): string =>
  text
    .replace(/(?!\u200c|\u200d)[^\p{L}\p{M}\p{N}\s&.,;!?'’"()+…→–-]/gu, " ")
    .replace(/\.(?=\S)/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replaceAll("&", "&amp;");

/** The same where nobody says whether markup is read: without the brackets that every mention and link needs. */
export const unbracketed = (text: string): string => text.replaceAll("<", "‹").replaceAll(">", "›");
