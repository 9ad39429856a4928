import { parse } from "@messageformat/parser";

/** @typedef {{ [key: string]: string | Nested }} Nested Messages by the parts of their keys. */

const text = "string | number";

/**
 * What TypeScript takes for each argument of a message.
 * @param {readonly import("@messageformat/parser").Token[]} tokens
 * @param {Map<string, string>} types
 */
function typesOf(tokens, types = new Map()) {
  for (const token of tokens) {
    const type = typeOfToken(token);
    if (type && "arg" in token && (type !== text || !types.has(token.arg))) types.set(token.arg, type);
    if ("cases" in token) for (const { tokens } of token.cases) typesOf(tokens, types);
  }
  return types;
}

/** @param {import("@messageformat/parser").Token} token */
function typeOfToken(token) {
  switch (token.type) {
    case "argument":
      return text;
    case "function":
      return token.key === "list" ? "readonly string[]" : "number";
    case "plural":
    case "selectordinal":
      return "number";
    case "select":
      return token.cases.some(({ key }) => key === "true") ? "boolean" : "string | null";
    default:
      return null;
  }
}

/**
 * "readonly who: string | number; …", in the order of their names; empty = the message has none.
 * @param {string} message
 */
function argumentsIn(message) {
  const types = [...typesOf(parse(message))].sort(([a], [b]) => (a < b ? -1 : 1));
  return types.map(([name, type]) => `readonly ${name}: ${type};`).join(" ");
}

/**
 * What each message has to be given, by its key.
 * @param {ReadonlyMap<string, string>} messages
 */
export const argumentsOf = (messages) =>
  new Map([...messages].map(([key, message]) => [key, argumentsIn(message)]));

/** @param {readonly string[]} keys */
export const isList = (keys) => keys.every((key, i) => Number(key) === i + 1);

/**
 * @param {string | Nested} node
 * @returns {string}
 */
function typeOf(node) {
  if (typeof node === "string") {
    const args = argumentsIn(node);
    return args ? `(args: { ${args} }) => string` : "string";
  }
  if (isList(Object.keys(node))) return "readonly string[]";
  const named = Object.entries(node).map(
    ([key, one]) => `readonly ${/^\d+$/.test(key) ? key : JSON.stringify(key)}: ${typeOf(one)};`,
  );
  return `{ ${named.join("\n")} }`;
}

/**
 * The declaration of a module with these messages.
 * @param {Nested} messages
 */
export const declared = (messages) =>
  `declare const messages: ${typeOf(messages)};\nexport type Messages = typeof messages;\nexport default messages;\n`;
