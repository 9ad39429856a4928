import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { marshal } from "../../../../main/desktop/dbus/marshal.ts";
import { parseSignature, WireError } from "../../../../main/desktop/dbus/signature.ts";
import { unmarshal } from "../../../../main/desktop/dbus/unmarshal.ts";
import { bodies } from "../../../support/dbus/arbitrary.ts";
import { wire } from "../../../support/dbus/wire.ts";

/** What it made of those bytes, or null when it refused them; anything else that it throws fails the test. */
function attempt<T>(run: () => T): T | null {
  try {
    return run();
  } catch (error) {
    expect(error).toBeInstanceOf(WireError);
    return null;
  }
}

test("what is written is what the specification says, and is read back, in either byte order", () => {
  fc.assert(
    fc.property(bodies, ({ signature, body }) => {
      const bytes = marshal(signature, body);
      expect(bytes.equals(wire(signature, body, true))).toBe(true);
      expect(unmarshal(signature, bytes, true)).toEqual(body);
      expect(unmarshal(signature, wire(signature, body, false), false)).toEqual(body);
    }),
    { numRuns: 1000 },
  );
});

test("bytes in one piece are written as they are one by one, however many", () => {
  const two = (values: Iterable<number>) => marshal("ayay", [values, values]);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
      expect(two(bytes).equals(two([...bytes]))).toBe(true);
    }),
  );
});

test("no bytes make reading throw anything but its own error, nor hold more values than bytes", () => {
  const count = (value: unknown): number => {
    if (value instanceof Map) return [...value].flat().reduce((sum: number, one) => sum + count(one), 0);
    if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + count(one), 0);
    if (typeof value === "object" && value !== null && "value" in value) return count(value.value);
    return 1;
  };
  const change = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }));
  fc.assert(
    fc.property(
      bodies,
      fc.boolean(),
      fc.array(change),
      fc.nat(),
      fc.nat(),
      (sent, isLittle, changes, from, to) => {
        const bytes = wire(sent.signature, sent.body, isLittle);
        for (const [at, byte] of changes) if (bytes.length > 0) bytes[at % bytes.length] = byte;
        const piece = bytes.subarray(from % (bytes.length + 1), bytes.length - (to % (bytes.length + 1)));
        for (const some of [bytes, piece]) {
          const values = attempt(() => unmarshal(sent.signature, some, isLittle));
          expect(count(values ?? [])).toBeLessThanOrEqual(some.length);
        }
      },
    ),
    { numRuns: 3000 },
  );
  fc.assert(
    fc.property(
      fc.string(),
      fc.uint8Array({ maxLength: 200 }),
      fc.boolean(),
      (signature, bytes, isLittle) => {
        for (const type of [signature, "v", "av", "a{sv}", "a(yv)", "as"])
          attempt(() => unmarshal(type, Buffer.from(bytes), isLittle));
      },
    ),
    { numRuns: 2000 },
  );
});

describe("what breaks the rules is refused", () => {
  const text = (bytes: number[]) => [bytes.length, 0, 0, 0, ...bytes, 0];
  test.each<[string, string, number[]]>([
    ["an array longer than the message", "ay", [0xff, 0xff, 0xff, 0xff, 1]],
    ["an array that ends within an element", "au", [5, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0]],
    ["a text longer than the message", "s", [0xff, 0xff, 0xff, 0xff, 65, 0]],
    ["a text without its end", "s", [1, 0, 0, 0, 65, 65]],
    ["a text with NUL in it", "s", text([65, 0, 65])],
    ["an overlong letter", "s", text([0xc0, 0x80])],
    ["half a surrogate pair", "s", text([0xed, 0xa0, 0x80])],
    ["half a letter", "s", text([0xe2, 0x82])],
    ["a boolean of 2", "b", [2, 0, 0, 0]],
    ["padding that is not empty", "yu", [1, 0, 1, 0, 1, 0, 0, 0]],
    ["a path without its slash", "o", text([65])],
    ["a path that ends with one", "o", text([...Buffer.from("/a/")])],
    ["a path with two", "o", text([...Buffer.from("/a//b")])],
    ["a path with a dot", "o", text([...Buffer.from("/a.b")])],
    ["an empty path", "o", text([])],
    ["a variant of two types", "v", [2, 121, 121, 0, 1, 1]],
    ["a variant of none", "v", [0, 0]],
    ["more than the signature says", "y", [1, 1]],
    ["less than it says", "yy", [1]],
  ])("%s", (_, signature, bytes) => {
    expect(() => unmarshal(signature, Buffer.from(bytes), true)).toThrow(WireError);
  });

  test("variants in one another without end", () => {
    const nested = (levels: number) => Buffer.from([...Array(levels).fill([1, 118, 0]).flat(), 1, 121, 0, 7]);
    expect(unmarshal("v", nested(63), true)).toHaveLength(1);
    expect(() => unmarshal("v", nested(64), true)).toThrow(WireError);
    expect(() => unmarshal("v", nested(15_000), true)).toThrow(WireError);
  });

  test.each(
    [
      ["a", "(", ")", "()", "{sv}", "a{vs}", "a{s}", "a{sss}", "a{}", "z", "(s", "a{sv", "s)", " ", "\0"],
      ["a".repeat(33).concat("y"), "(".repeat(33).concat("y", ")".repeat(33)), "y".repeat(256)],
    ].flat(),
  )("the signature %j", (signature) => {
    expect(() => parseSignature(signature)).toThrow(WireError);
  });

  test.each<[string, unknown]>([
    ["y", 256],
    ["y", -1],
    ["y", 1.5],
    ["u", "1"],
    ["u", undefined],
    ["i", 2 ** 31],
    ["x", 1],
    ["t", -1n],
    ["b", 1],
    ["s", 1],
    ["s", "a\0b"],
    ["o", "a"],
    ["g", "a"],
    ["(ss)", ["a"]],
    ["v", { signature: "ss", value: "a" }],
  ])("as %s the value %o", (signature, value) => {
    expect(() => marshal(signature, [value])).toThrow(WireError);
  });
});
