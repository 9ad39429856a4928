import { isNestedDeeper } from "../../common/nesting.ts";

/** Deeper than this no webhook goes; indented, a body built to be deep would fill the memory. */
const deepest = 24;
/** They turn the reading order of what follows; JSON has a harmless spelling for each. */
const bidiControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const escaped = (control: string) => `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** The same JSON, a member a line; null where the body is none that reads better so. */
export function prettyJson(body: string): string | null {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value !== "object" || value === null || isNestedDeeper(value, deepest)) return null;
    return JSON.stringify(value, null, 2).replace(bidiControls, escaped);
  } catch {
    return null;
  }
}
