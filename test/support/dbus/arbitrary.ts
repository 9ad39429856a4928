import fc from "fast-check";

const texts = fc.string({ unit: "binary" }).map((text) => text.replaceAll("\0", ""));
const paths = fc
  .array(fc.stringMatching(/^[A-Za-z0-9_]{1,8}$/), { maxLength: 3 })
  .map((names) => `/${names.join("/")}`);

const values: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  y: fc.integer({ min: 0, max: 0xff }),
  b: fc.boolean(),
  n: fc.integer({ min: -0x8000, max: 0x7fff }),
  q: fc.integer({ min: 0, max: 0xffff }),
  i: fc.integer(),
  u: fc.integer({ min: 0, max: 0xffff_ffff }),
  h: fc.integer({ min: 0, max: 0xffff_ffff }),
  x: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  t: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
  d: fc.double(),
  s: texts,
  o: paths,
  g: fc.constantFrom("", "s", "a{sv}", "(ii)ayv"),
};

/** A complete type, and any value of it. */
interface Typed {
  readonly type: string;
  readonly value: fc.Arbitrary<unknown>;
}

/** Signatures of a few levels with a value for each type, made of these basic types, and of these as keys. */
export function bodiesOf(basic: string, keys = basic) {
  const plain = (codes: string) =>
    fc.constantFrom(...codes).map((type): Typed => ({ type, value: values[type] ?? fc.constant(null) }));
  const { typed } = fc.letrec<{ typed: Typed }>((tie) => ({
    typed: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      plain(basic),
      tie("typed").map(variant),
      tie("typed").map(array),
      fc.array(tie("typed"), { minLength: 1, maxLength: 3 }).map(struct),
      fc.tuple(plain(keys), tie("typed")).map(dictionary),
    ),
  }));
  return fc.array(typed, { maxLength: 4 }).chain((list) =>
    fc.tuple(...list.map(({ value }) => value)).map((body) => ({
      signature: list.map(({ type }) => type).join(""),
      body: body as unknown[],
    })),
  );
}

const variant = ({ type, value }: Typed): Typed => ({
  type: "v",
  value: value.map((one) => ({ signature: type, value: one })),
});
const array = ({ type, value }: Typed): Typed => ({
  type: `a${type}`,
  value: fc.array(value, { maxLength: 4 }),
});
const struct = (parts: readonly Typed[]): Typed => ({
  type: `(${parts.map(({ type }) => type).join("")})`,
  value: fc.tuple(...parts.map(({ value }) => value)),
});
const dictionary = ([key, { type, value }]: [Typed, Typed]): Typed => ({
  type: `a{${key.type}${type}}`,
  value: fc.array(fc.tuple(key.value, value), { maxLength: 3 }).map((entries) => new Map(entries)),
});

/** With every type there is. */
export const bodies = bodiesOf(Object.keys(values).join(""));
