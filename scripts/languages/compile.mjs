import MessageFormat from "@messageformat/core";
import compileModule from "@messageformat/core/lib/compile-module.js";
import { declared, isList } from "./arguments.mjs";

/** @typedef {import("./arguments.mjs").Nested} Nested */

/**
 * `{names, list}`: "a, b and c".
 * @param {unknown} names
 * @param {string} language
 */
const list = (names, language) =>
  new Intl.ListFormat(language).format(/** @type {readonly string[]} */ (names));

/**
 * @param {Iterable<readonly [key: string, message: string]>} messages
 * @returns {Nested}
 */
function nested(messages) {
  /** @type {Nested} */
  const root = {};
  for (const [key, message] of messages) {
    const path = key.split(".");
    const last = path.pop() ?? "";
    let at = root;
    for (const part of path) at = /** @type {Nested} */ ((at[part] ??= {}));
    at[last] = message;
  }
  return root;
}

/** @param {string} language */
export const isRightToLeft = (language) =>
  ["Arab", "Hebr"].includes(new Intl.Locale(language).maximize().script ?? "");

/**
 * A message without arguments is a text, and one of 1, 2, … an array.
 * @param {string} module
 */
const simplified = (module) =>
  module
    .replaceAll(/\(\) => (".*")(?=,?\n)/g, "$1")
    .replaceAll(/\{\n((?:\s*"\d+": ".*",?\n)+)\s*\}/g, (object, lines) => {
      const items = [...lines.matchAll(/"(\d+)": (".*"),?\n/g)];
      return isList(items.map(([, key]) => key)) ? `[${items.map(([, , text]) => text).join(", ")}]` : object;
    });

/**
 * @param {string} language BCP 47
 * @param {Iterable<readonly [key: string, message: string]>} messages
 * @returns {{ module: string, types: string }} a module that gives them, and what it gives
 */
export function compile(language, messages) {
  const tree = nested(messages);
  const formats = new MessageFormat(language, {
    returnType: "string",
    customFormatters: { list },
    // Marks arguments, so that a name in Latin letters keeps to its place in the sentence.
    biDiSupport: isRightToLeft(language),
  });
  return { module: simplified(compileModule(formats, tree)), types: declared(tree) };
}
