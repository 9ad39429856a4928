import { parseSignature, type Type, WireError } from "./signature.ts";
import {
  aligned,
  alignmentOf,
  deepest,
  isFixed,
  isObjectPath,
  type Variant,
  writeFixed,
} from "./wire-types.ts";

/**
 * The values as the wire has them, in little-endian order: one for each type of the signature. An array is anything that
 * can be gone through, a dictionary a Map, a variant a `Variant`, 64 bits a bigint.
 * @throws WireError when a value is not of its type
 */
export function marshal(signature: string, values: readonly unknown[]): Buffer {
  let bytes = Buffer.alloc(512);
  let view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  writeAll(parseSignature(signature), values, 0);
  return bytes.subarray(0, at);

  /** Makes room for so many bytes, and returns where they begin; what lies between is 0. */
  function room(size: number, alignment: number): number {
    const start = aligned(at, alignment);
    at = start + size;
    if (at > bytes.length) {
      bytes = Buffer.concat([bytes], 2 * at);
      view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    }
    return start;
  }

  function writeAll(types: readonly Type[], values: unknown, depth: number): void {
    if (!Array.isArray(values) || values.length !== types.length)
      throw new WireError("Not a value for each.");
    for (const [index, type] of types.entries()) write(type, values[index], depth);
  }

  function write({ code, parts }: Type, value: unknown, depth: number): void {
    const size = alignmentOf(code);
    if (isFixed(code)) {
      const start = room(size, size);
      writeFixed(code, view, start, value);
    } else if (code === "s") writeText(value);
    else if (code === "o") writePath(value);
    else if (code === "g") writeSignature(value);
    else if (depth === deepest) throw new WireError("A value is too deep.");
    else if (code === "a") writeArray(parts as [Type], value as Iterable<unknown>, depth + 1);
    else if (code === "v") writeVariant(value as Variant, depth + 1);
    else {
      room(0, size);
      writeAll(parts, value, depth + 1);
    }
  }

  function writeText(value: unknown): void {
    const text = checked(value);
    const size = Buffer.byteLength(text);
    const start = room(4 + size + 1, 4);
    view.setUint32(start, size, true);
    bytes.write(text, start + 4);
  }

  function writePath(value: unknown): void {
    if (!isObjectPath(checked(value))) throw new WireError("A bad object path.");
    writeText(value);
  }

  function writeSignature(value: unknown): Type[] {
    const text = checked(value);
    const types = parseSignature(text);
    const start = room(1 + text.length + 1, 1);
    view.setUint8(start, text.length);
    bytes.write(text, start + 1);
    return types;
  }

  function writeVariant({ signature, value }: Variant, depth: number): void {
    writeAll(writeSignature(signature), [value], depth);
  }

  function writeBytes(values: Uint8Array): void {
    const start = room(values.length, 1);
    bytes.set(values, start);
  }

  function writeArray([element]: [Type], values: Iterable<unknown>, depth: number): void {
    const length = room(4, 4);
    const start = room(0, alignmentOf(element.code));
    // Pictures have tens of thousands of them.
    if (element.code === "y" && values instanceof Uint8Array) writeBytes(values);
    else for (const value of values) write(element, value, depth);
    view.setUint32(length, at - start, true);
  }
}

function checked(text: unknown): string {
  if (typeof text !== "string" || text.includes("\0")) throw new WireError("A bad text.");
  return text;
}
