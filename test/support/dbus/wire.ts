interface FixedType {
  readonly size: number;
  write(bytes: Buffer, value: unknown): void;
}

const fourBytes: FixedType = { size: 4, write: (bytes, value) => bytes.writeUInt32BE(Number(value)) };
const fixedTypes: Readonly<Record<string, FixedType>> = {
  y: { size: 1, write: (bytes, value) => bytes.writeUInt8(Number(value)) },
  n: { size: 2, write: (bytes, value) => bytes.writeInt16BE(Number(value)) },
  q: { size: 2, write: (bytes, value) => bytes.writeUInt16BE(Number(value)) },
  i: { size: 4, write: (bytes, value) => bytes.writeInt32BE(Number(value)) },
  b: fourBytes,
  h: fourBytes,
  u: fourBytes,
  x: { size: 8, write: (bytes, value) => bytes.writeBigInt64BE(value as bigint) },
  t: { size: 8, write: (bytes, value) => bytes.writeBigUInt64BE(value as bigint) },
  d: { size: 8, write: (bytes, value) => bytes.writeDoubleBE(Number(value)) },
};

/** The rules of D-Bus's marshaling written down once more, in either byte order, to hold Bookbell's own against. */
export function wire(signature: string, values: readonly unknown[], isLittle: boolean): Buffer {
  const out: number[] = [];
  for (const [index, type] of completeTypes(signature).entries()) put(type, values[index]);
  return Buffer.from(out);

  function pad(alignment: number) {
    while (out.length % alignment !== 0) out.push(0);
  }

  function put(type: string, value: unknown): void {
    const code = type.charAt(0);
    const fixed = fixedTypes[code];
    if (fixed) {
      const bytes = Buffer.alloc(fixed.size);
      fixed.write(bytes, value);
      pad(fixed.size);
      out.push(...(isLittle ? bytes.reverse() : bytes));
    } else if (code === "g") text(value as string, "y");
    else if (code === "s" || code === "o") text(value as string, "u");
    else if (code === "v") variant(value as { signature: string; value: unknown });
    else if (code === "a") array(type.slice(1), [...(value as Iterable<unknown>)]);
    else {
      pad(8);
      for (const [index, part] of completeTypes(type.slice(1, -1)).entries())
        put(part, (value as unknown[])[index]);
    }
  }

  function text(value: string, length: "y" | "u") {
    const bytes = Buffer.from(value);
    put(length, bytes.length);
    out.push(...bytes, 0);
  }

  function variant({ signature, value }: { signature: string; value: unknown }) {
    put("g", signature);
    put(signature, value);
  }

  function array(element: string, values: unknown[]) {
    put("u", 0);
    const length = out.length - 4;
    pad("({".includes(element.charAt(0)) || "xtd".includes(element.charAt(0)) ? 8 : 1);
    const start = out.length;
    for (const value of values) put(element, value);
    const size = Buffer.alloc(4);
    if (isLittle) size.writeUInt32LE(out.length - start);
    else size.writeUInt32BE(out.length - start);
    out.splice(length, 4, ...size);
  }
}

/** "sa{sv}" is "s" and "a{sv}". */
function completeTypes(signature: string): string[] {
  const types: string[] = [];
  for (let rest = signature; rest !== ""; rest = rest.slice(types.at(-1)?.length)) types.push(first(rest));
  return types;
}

function first(signature: string): string {
  if (signature.startsWith("a")) return `a${first(signature.slice(1))}`;
  let open = 0;
  for (let end = 0; end < signature.length; end++) {
    if ("({".includes(signature.charAt(end))) open++;
    if (")}".includes(signature.charAt(end))) open--;
    if (open === 0) return signature.slice(0, end + 1);
  }
  throw new Error(`"${signature}" is no signature`);
}

/** The fields of a header, by their numbers, and what else a message says. */
export interface Wired {
  readonly kind: number;
  readonly flags?: number;
  readonly serial: number;
  readonly fields: Readonly<Record<number, { signature: string; value: unknown }>>;
  readonly signature?: string;
  readonly body?: readonly unknown[];
}

/** A whole message. */
export function wireMessage(
  { kind, flags = 0, serial, fields, signature, body = [] }: Wired,
  isLittle: boolean,
) {
  const bytes = wire(signature ?? "", body, isLittle);
  const all = signature ? { ...fields, 8: { signature: "g", value: signature } } : fields;
  const told = Object.entries(all).map(([code, variant]) => [Number(code), variant]);
  const order = (isLittle ? "l" : "B").charCodeAt(0);
  const header = wire("yyyyuua(yv)", [order, kind, flags, 1, bytes.length, serial, told], isLittle);
  return Buffer.concat([header, Buffer.alloc((8 - (header.length % 8)) % 8), bytes]);
}
