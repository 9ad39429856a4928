import { WireError } from "./signature.ts";

/** A value that brings its own type. */
export interface Variant {
  readonly signature: string;
  readonly value: unknown;
}

/** The types of one size, which is their alignment, too: in bytes, and as what a DataView knows them. */
const fixed = {
  y: [1, "Uint8"],
  // 0 or 1.
  b: [4, "Uint32"],
  n: [2, "Int16"],
  q: [2, "Uint16"],
  i: [4, "Int32"],
  u: [4, "Uint32"],
  // The number of a file descriptor, which never comes along: none is asked for.
  h: [4, "Uint32"],
  x: [8, "BigInt64"],
  t: [8, "BigUint64"],
  d: [8, "Float64"],
} as const;
type FixedCode = keyof typeof fixed;

export const isFixed = (code: string): code is FixedCode => Object.hasOwn(fixed, code);

/** @throws WireError */
export function readFixed(code: FixedCode, view: DataView, at: number, littleEndian: boolean) {
  const value = view[`get${fixed[code][1]}`](at, littleEndian);
  if (code !== "b") return value;
  if (value > 1) throw new WireError("A boolean is neither 0 nor 1.");
  return value === 1;
}

/**
 * Writes it in little-endian order.
 * @throws WireError when it is not of that type
 */
export function writeFixed(code: FixedCode, view: DataView, at: number, value: unknown): void {
  const kind = fixed[code][1];
  const raw = code === "b" ? Number(value) : value;
  if (typeof raw !== (kind.startsWith("Big") ? "bigint" : "number")) throw new WireError(`No ${code}.`);
  view[`set${kind}`](at, raw as never, true);
  if (!Object.is(readFixed(code, view, at, true), value)) throw new WireError(`${value} is no ${code}.`);
}

/** A value of this type begins at a multiple of so many bytes. */
export function alignmentOf(code: string): number {
  if (code === "(" || code === "{") return 8;
  if (code === "g" || code === "v") return 1;
  return isFixed(code) ? fixed[code][0] : 4;
}

/** The first multiple of an alignment from there on. */
export const aligned = (at: number, alignment: number): number => Math.ceil(at / alignment) * alignment;

/** Containers within containers, counting variants. */
export const deepest = 64;

export const isObjectPath = (path: string): boolean =>
  path === "/" || (path.startsWith("/") && !/[^\w/]|\/\/|\/$/.test(path));
