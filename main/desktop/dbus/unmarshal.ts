import { isUtf8 } from "node:buffer";
import { parseSignature, type Type, WireError } from "./signature.ts";
import {
  aligned,
  alignmentOf,
  deepest,
  isFixed,
  isObjectPath,
  readFixed,
  type Variant,
} from "./wire-types.ts";

/**
 * The values that the bytes hold, all of which must be used: as `marshal` takes them, an array as one.
 * @throws WireError, and nothing else, whatever the bytes are
 */
export function unmarshal(signature: string, bytes: Buffer, littleEndian: boolean): unknown[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  const values = parseSignature(signature).map((type) => read(type, 0));
  if (at !== bytes.length) throw new WireError("There is more than the signature says.");
  return values;

  /** Steps over so many bytes, and returns where they begin. */
  function take(size: number, alignment: number): number {
    const start = aligned(at, alignment);
    if (start + size > bytes.length) throw new WireError("A message is cut off.");
    for (; at < start; at++) if (bytes[at] !== 0) throw new WireError("Padding is not empty.");
    at = start + size;
    return start;
  }

  function read({ code, parts }: Type, depth: number): unknown {
    const size = alignmentOf(code);
    if (isFixed(code)) return readFixed(code, view, take(size, size), littleEndian);
    if (code === "s") return readText(readLength());
    if (code === "o") return readPath();
    if (code === "g") return readSignature().signature;
    if (depth === deepest) throw new WireError("A message is too deep.");
    if (code === "a") return readArray(parts as [Type], depth + 1);
    if (code === "v") return readVariant(depth + 1);
    take(0, size);
    return parts.map((part) => read(part, depth + 1));
  }

  function readLength(): number {
    return view.getUint32(take(4, 4), littleEndian);
  }

  function readText(size: number): string {
    const start = take(size + 1, 1);
    const text = bytes.subarray(start, start + size);
    if (bytes[start + size] !== 0 || text.includes(0) || !isUtf8(text)) throw new WireError("A bad text.");
    return text.toString();
  }

  function readPath(): string {
    const path = readText(readLength());
    if (!isObjectPath(path)) throw new WireError("A bad object path.");
    return path;
  }

  function readSignature() {
    const signature = readText(view.getUint8(take(1, 1)));
    return { signature, types: parseSignature(signature) };
  }

  function readVariant(depth: number): Variant {
    const { signature, types } = readSignature();
    const [type, another] = types;
    if (!type || another) throw new WireError("A variant is not of one type.");
    return { signature, value: read(type, depth) };
  }

  function readArray([element]: [Type], depth: number): unknown {
    const size = readLength();
    const end = take(0, alignmentOf(element.code)) + size;
    if (end > bytes.length) throw new WireError("An array is cut off.");
    const elements: unknown[] = [];
    while (at < end) elements.push(read(element, depth));
    if (at !== end) throw new WireError("An array ends within an element.");
    return element.code === "{" ? new Map(elements as [unknown, unknown][]) : elements;
  }
}
