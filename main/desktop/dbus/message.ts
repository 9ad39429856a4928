import { marshal } from "./marshal.ts";
import { WireError } from "./signature.ts";
import { unmarshal } from "./unmarshal.ts";
import { aligned, type Variant } from "./wire-types.ts";

/** The kinds of messages, by the specification's numbers; others may come. */
export const kinds = { call: 1, answer: 2, error: 3, signal: 4 } as const;
/** A flag of a call. */
export const noAnswerWanted = 1;

/** The fields of a header: each has a number and a type. What else a header may have does not matter here. */
const fields = {
  path: [1, "o"],
  interface: [2, "s"],
  member: [3, "s"],
  errorName: [4, "s"],
  replySerial: [5, "u"],
  destination: [6, "s"],
  sender: [7, "s"],
  signature: [8, "g"],
} as const;
type FieldName = keyof typeof fields;
const names = new Map(Object.entries(fields).map(([name, [code]]) => [code as number, name as FieldName]));

const needed: Readonly<Record<number, readonly FieldName[]>> = {
  [kinds.call]: ["path", "member"],
  [kinds.answer]: ["replySerial"],
  [kinds.error]: ["replySerial", "errorName"],
  [kinds.signal]: ["path", "interface", "member"],
};

type Fields = { readonly [Name in FieldName]?: Name extends "replySerial" ? number : string };

/** A message to send; `serial` is the sender's number for it, never 0. */
export interface Message extends Fields {
  readonly kind: number;
  readonly flags?: number;
  readonly serial: number;
}

/** A message that came. */
export interface Incoming extends Message {
  /** Its values; null when it broke the rules, or was too long to be kept. */
  body(): unknown[] | null;
}

/** As "yyyyuua(yv)" has it. */
type Head = [
  order: number,
  kind: number,
  flags: number,
  version: number,
  body: number,
  serial: number,
  fields: [number, Variant][],
];

const littleEndian = 0x6c;
const bigEndian = 0x42;
const version = 1;
const longest = 2 ** 27;
/** So many bytes tell how long a message is. */
export const fixedSize = 16;

/**
 * How long a message is, by its first 16 bytes: the fields of its header, the header as a whole, and its body, in bytes.
 * @throws WireError
 */
export function sizesOf(bytes: Buffer) {
  const isLittle = bytes[0] === littleEndian;
  if (!isLittle && bytes[0] !== bigEndian) throw new WireError("No message begins like this.");
  if (bytes[3] !== version) throw new WireError("A message of another version.");
  const read = (at: number) => (isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  const [fields, body] = [read(12), read(4)];
  const header = fixedSize + aligned(fields, 8);
  if (header + body > longest) throw new WireError("A message is too long.");
  return { isLittle, fields, header, body };
}

/**
 * The message as it goes over the wire.
 * @throws WireError when a value is not of its type
 */
export function encode(message: Message, values: readonly unknown[] = []): Buffer {
  const body = marshal(message.signature ?? "", values);
  const told = Object.entries(fields).flatMap(([name, [code, signature]]) => {
    const value = message[name as FieldName];
    return value ? [[code, { signature, value }]] : [];
  });
  const start = [littleEndian, message.kind, message.flags ?? 0, version, body.length, message.serial];
  const header = marshal("yyyyuua(yv)", [...start, told]);
  return Buffer.concat([header, Buffer.alloc(aligned(header.length, 8) - header.length), body]);
}

/**
 * A message that came, whole or its header only.
 * @throws WireError when its header breaks the rules; what its body breaks shows when it is asked for
 */
export function decode(bytes: Buffer): Incoming {
  const sizes = sizesOf(bytes);
  const { isLittle } = sizes;
  const head = unmarshal("yyyyuua(yv)", bytes.subarray(0, fixedSize + sizes.fields), isLittle);
  const [, kind, flags, , , serial, told] = head as Head;
  if (kind === 0 || serial === 0) throw new WireError("A message without kind or number.");
  const message: Incoming = { kind, flags, serial, body };
  const named = message as { [Name in FieldName]?: unknown };
  for (const [code, { signature, value }] of told) {
    const name = names.get(code);
    if (!name) continue;
    if (fields[name][1] !== signature) throw new WireError(`A message whose ${name} is none.`);
    named[name] = value;
  }
  for (const name of needed[kind] ?? [])
    if (named[name] === undefined) throw new WireError(`A message without ${name}.`);
  return message;

  function body(): unknown[] | null {
    if (bytes.length < sizes.header + sizes.body) return null;
    try {
      return unmarshal(message.signature ?? "", bytes.subarray(sizes.header), isLittle);
    } catch (error) {
      if (error instanceof WireError) return null;
      throw error;
    }
  }
}
