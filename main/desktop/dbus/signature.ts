/** Bytes that are no D-Bus message, or a value that is not of its type (D-Bus specification, "Marshaling"). */
export class WireError extends Error {}

/** A complete type: a letter of the specification, "(" for a struct and "{" for an entry of a dictionary. */
export interface Type {
  readonly code: string;
  readonly parts: readonly Type[];
}

const longest = 255;
const deepest = 32;
const basic = "ybnqiuxtdsogh";

/**
 * The types that a signature lists.
 * @throws WireError
 */
export function parseSignature(signature: string): Type[] {
  if (signature.length > longest) throw new WireError("A signature is too long.");
  let at = 0;
  const types: Type[] = [];
  while (at < signature.length) types.push(next(0, 0));
  return types;

  function next(arrays: number, structs: number): Type {
    const code = signature.charAt(at++);
    if (code !== "" && `${basic}v`.includes(code)) return { code, parts: [] };
    if (arrays === deepest || structs === deepest) throw new WireError("A signature is too deep.");
    if (code === "a") return { code, parts: [element(arrays + 1, structs)] };
    if (code === "(") return { code, parts: partsUntil(")", arrays, structs + 1) };
    throw new WireError(`No type begins with "${code}".`);
  }

  function element(arrays: number, structs: number): Type {
    if (signature[at] !== "{") return next(arrays, structs);
    at++;
    const parts = partsUntil("}", arrays, structs + 1);
    const [key] = parts;
    if (parts.length !== 2 || !key || !basic.includes(key.code)) throw new WireError("A bad dictionary.");
    return { code: "{", parts };
  }

  function partsUntil(end: string, arrays: number, structs: number): Type[] {
    const parts: Type[] = [];
    while (signature[at] !== end) parts.push(next(arrays, structs));
    at++;
    if (parts.length === 0) throw new WireError("An empty struct.");
    return parts;
  }
}
