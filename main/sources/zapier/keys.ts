import { isNestedDeeper } from "../../../common/nesting.ts";
import { mostLevels } from "../timekit/read.ts";

/** An object of the body. What it has is listed, never asked for by a key that somebody else chose. */
export type Branch = Readonly<Record<string, unknown>>;

/** Longer keys match nothing, so they need not be looked at. */
const longest = 200;

/** "Event Start", "event_start", "event[start]": the letters and digits are the same. */
export const lettersOf = (key: string): string =>
  key.length > longest ? "" : key.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** What Zapier and others write for nesting, where it can be told from a space: `a__b`, `a.b`, `a[b]`. */
export function segmentsOf(key: string): readonly string[] {
  if (key.length > longest) return [key];
  const segments = key.split(/__|[.[\]]+/).filter(Boolean);
  return segments.length > 0 ? segments : [key];
}

/** A list, also one that came as a text that holds JSON. */
export function listOf(value: unknown): readonly unknown[] | null {
  const read = readText(value);
  return Array.isArray(read) ? read : null;
}

/** An object, the only one of a list, or either as a text that holds JSON; null for all else, Python's texts among it. */
export function branchOf(value: unknown): Branch | null {
  const read = readText(value);
  const one = Array.isArray(read) && read.length === 1 ? readText(read[0]) : read;
  return typeof one === "object" && one !== null && !Array.isArray(one) ? (one as Branch) : null;
}

/** Once: what is a text within a text is no part of a booking. */
function readText(value: unknown): unknown {
  if (typeof value !== "string" || !/^\s*[{[]/.test(value)) return value;
  try {
    const read: unknown = JSON.parse(value);
    return isNestedDeeper(read, mostLevels) ? value : read;
  } catch {
    return value;
  }
}
