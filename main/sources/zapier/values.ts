import { instantOf } from "../timekit/time.ts";

/** What POST makes of null and of None, and what comes of a field that is not there. */
const nothing = new Set(["", "null", "None", "undefined"]);

/** The text, also of a number or a boolean, or of the only one of a list; undefined = not told. */
export function textOf(value: unknown): string | undefined {
  const text = anyTextOf(value);
  return text === undefined || nothing.has(text) ? undefined : text;
}

/** Of a person, who may well be called Null. */
export const nameOf = (value: unknown): string | undefined => anyTextOf(value) || undefined;

function anyTextOf(value: unknown): string | undefined {
  const one = Array.isArray(value) && value.length === 1 ? value[0] : value;
  if (typeof one === "number" || typeof one === "boolean") return String(one);
  return typeof one === "string" ? one.trim() : undefined;
}

/** A state or a graph: labels write them with spaces and capitals. */
export const wordOf = (value: unknown): string | undefined =>
  textOf(value)?.toLowerCase().replace(/\s+/g, "_");

const trueWords = new Set(["true", "yes", "1", "on", "t", "y"]);
const falseWords = new Set(["false", "no", "0", "off", "f", "n"]);

/** undefined = not told, or in no word that is known. */
export function booleanOf(value: unknown): boolean | undefined {
  const word = textOf(value)?.toLowerCase() ?? "";
  if (trueWords.has(word)) return true;
  return falseWords.has(word) ? false : undefined;
}

export function seatsOf(value: unknown): number | undefined {
  const text = textOf(value) ?? "";
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

/** As Timekit's reader takes it; null = in another form, which is never guessed: "12/05/2017" is two days. */
export function timeOf(value: unknown): string | null | undefined {
  const told = textOf(value);
  // PHP writes what is empty as a list.
  if (told === undefined)
    return typeof value === "object" && Object.keys(value ?? {}).length > 0 ? null : undefined;
  if (/^\d{10}$/.test(told)) return new Date(Number(told) * 1_000).toISOString();
  if (/^\d{13}$/.test(told)) return new Date(Number(told)).toISOString();
  return instantOf(told, "UTC") === null ? null : told;
}

/** To what the form asked for besides: of any shape, as the reader of answers takes it. */
export const answerOf = (value: unknown): unknown =>
  value === null || (typeof value === "string" && nothing.has(value.trim())) ? undefined : value;
