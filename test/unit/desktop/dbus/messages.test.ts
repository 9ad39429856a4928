import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { socketPaths } from "../../../../main/desktop/dbus/address.ts";
import { createFraming } from "../../../../main/desktop/dbus/framing.ts";
import { createHandshake } from "../../../../main/desktop/dbus/handshake.ts";
import { decode, encode } from "../../../../main/desktop/dbus/message.ts";
import { WireError } from "../../../../main/desktop/dbus/signature.ts";
import { bodies } from "../../../support/dbus/arbitrary.ts";
import { type Wired, wireMessage } from "../../../support/dbus/wire.ts";

const s = (value: string) => ({ signature: "s", value });
const o = (value: string) => ({ signature: "o", value });

/** A signal with everything in it that may be, and fields that nobody knows. */
const signal = (signature: string, body: readonly unknown[], serial = 7): Wired => ({
  kind: 4,
  serial,
  fields: {
    1: o("/a/b"),
    2: s("a.B"),
    3: s("C"),
    7: s(":1.2"),
    9: { signature: "u", value: 1 },
    77: { signature: "av", value: [s("unknown")] },
  },
  signature,
  body,
});

/** What all of the pieces hold, and the error that ends them. */
function read(pieces: readonly Buffer[]) {
  const messages: unknown[] = [];
  const take = createFraming((bytes) => {
    const message = decode(bytes);
    messages.push({ ...message, body: message.body() });
  });
  let error: unknown;
  try {
    for (const piece of pieces) take(piece);
  } catch (thrown) {
    error = thrown;
  }
  return { messages, error };
}

test("a message is what the specification says", () => {
  const call = { kind: 1, serial: 3, path: "/a", interface: "a.B", member: "C", destination: "d.E" };
  const fields = { 1: o("/a"), 2: s("a.B"), 3: s("C"), 6: s("d.E") };
  fc.assert(
    fc.property(bodies, ({ signature, body }) => {
      const ours = encode({ ...call, signature }, body);
      const theirs = wireMessage({ kind: 1, serial: 3, fields: { ...fields }, signature, body }, true);
      expect(ours.equals(theirs)).toBe(true);
      expect(decode(ours).body()).toEqual(body);
    }),
  );
});

test("messages are the same wherever they are cut, in either byte order", () => {
  const tooLong = signal("ay", [Array(70_000).fill(1)], 8);
  const noHeader = {
    ...signal("s", ["long path"], 9),
    fields: { ...signal("", []).fields, 1: o(`/${"a".repeat(70_000)}`) },
  };
  const short = [
    wireMessage(signal("sv", ["first", s("é")], 1), true),
    wireMessage(signal("a{sv}", [new Map([["k", s("v")]])], 2), false),
    wireMessage(signal("", [], 3), true),
  ];
  const stream = Buffer.concat(short);
  const whole = read([stream]);
  expect(whole).toMatchObject({
    error: undefined,
    messages: [
      { serial: 1, body: ["first", s("é")], sender: ":1.2", path: "/a/b", interface: "a.B", member: "C" },
      { serial: 2, body: [new Map([["k", s("v")]])] },
      { serial: 3, body: [] },
    ],
  });
  for (let at = 0; at <= stream.length; at++)
    expect(read([stream.subarray(0, at), stream.subarray(at)])).toEqual(whole);
  expect(read([...stream].map((byte) => Buffer.from([byte])))).toEqual(whole);

  const long = Buffer.concat([
    ...short,
    wireMessage(tooLong, true),
    wireMessage(tooLong, false),
    wireMessage(noHeader, true),
    ...short,
  ]);
  const all = read([long]);
  expect(all.messages).toHaveLength(8);
  expect(all).toMatchObject({
    error: undefined,
    messages: { 3: { serial: 8, body: null }, 4: { serial: 8, body: null } },
  });
  fc.assert(
    fc.property(fc.array(fc.nat({ max: long.length })), (cuts) => {
      const places = [0, ...cuts.sort((a, b) => a - b), long.length];
      expect(read(places.map((place, index) => long.subarray(place, places[index + 1])))).toEqual(all);
    }),
  );
});

test("no bytes make reading messages throw anything but its own error", () => {
  const change = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }));
  fc.assert(
    fc.property(
      bodies,
      fc.boolean(),
      fc.array(change, { minLength: 1 }),
      ({ signature, body }, isLittle, changes) => {
        const bytes = wireMessage(signal(signature, body), isLittle);
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        const { error } = read([bytes, bytes]);
        if (error) expect(error).toBeInstanceOf(WireError);
      },
    ),
    { numRuns: 3000 },
  );
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const { error } = read([Buffer.from(bytes)]);
      if (error) expect(error).toBeInstanceOf(WireError);
    }),
  );
});

describe("no message is", () => {
  const whole = wireMessage(signal("s", ["a"]), true);
  const at = (place: number, byte: number) => {
    const bytes = Buffer.from(whole);
    bytes[place] = byte;
    return bytes;
  };
  const without = (code: number) => {
    const { [code]: _, ...fields } = signal("", []).fields;
    return wireMessage({ ...signal("", []), fields }, true);
  };
  test.each([
    ["one of another byte order", at(0, 0)],
    ["one of another version", at(3, 2)],
    ["one of no kind", at(1, 0)],
    ["one without a number", at(8, 0)],
    ["one longer than may be", at(7, 0x0f)],
    ["one with more fields than may be", at(15, 0x0f)],
    ["a signal without path", without(1)],
    ["a signal without interface", without(2)],
    ["a signal without name", without(3)],
    ["an answer to nothing", wireMessage({ kind: 2, serial: 1, fields: {} }, true)],
    [
      "an error without name",
      wireMessage({ kind: 3, serial: 1, fields: { 5: { signature: "u", value: 1 } } }, true),
    ],
    [
      "one whose path is a text",
      wireMessage({ ...signal("", []), fields: { ...signal("", []).fields, 1: s("/a") } }, true),
    ],
  ])("%s", (_, bytes) => {
    expect(read([bytes])).toMatchObject({ messages: [], error: expect.any(WireError) });
  });

  test("but of a kind that nobody knows yet, or with a body that breaks the rules, it is", () => {
    expect(read([at(1, 9)])).toMatchObject({ messages: [{ kind: 9 }], error: undefined });
    expect(read([at(whole.length - 1, 1), whole])).toMatchObject({
      messages: [{ body: null }, { body: ["a"] }],
      error: undefined,
    });
  });
});

test.each([
  ["unix:path=/run/user/1000/bus", ["/run/user/1000/bus"]],
  ["unix:path=/tmp/bus,guid=0123", ["/tmp/bus"]],
  ["unix:guid=0123,path=/tmp/b%2dus%20%c3%a9", ["/tmp/b-us é"]],
  ["unix:abstract=/tmp/dbus-x,guid=1", []],
  ["tcp:host=localhost,port=1;unix:path=/a;unix:abstract=b;unix:path=/c", ["/a", "/c"]],
  ["unix:path=/a%2", []],
  ["unix:path=/a%ff", []],
  ["unix:dir=/tmp", []],
  ["unixexec:path=/bin/sh", []],
  ["autolaunch:", []],
  ["", []],
])("the address %j leads to %j", (address, paths) => {
  expect(socketPaths(address)).toEqual(paths);
});

describe("the first words", () => {
  const accepted = `OK ${"0123456789abcdef".repeat(2)}\r\n`;

  test("say who we are", () => {
    expect(createHandshake(1000).greeting).toBe("\0AUTH EXTERNAL 31303030\r\n");
  });

  test("are answered, wherever the answer is cut, and what comes after it is kept", () => {
    const answer = Buffer.from(`${accepted}after`);
    for (let at = 0; at < accepted.length; at++) {
      const { take } = createHandshake(0);
      expect(take(answer.subarray(0, at))).toBeNull();
      expect(take(answer.subarray(at))?.toString()).toBe("after");
    }
  });

  test.each([
    "REJECTED EXTERNAL\r\n",
    "ERROR\r\n",
    "OK\r\n",
    "OK x\r\n",
    "\r\n",
    "x".repeat(1025),
    `${"x".repeat(2000)}\r\n`,
  ])("are refused by %j", (answer) => {
    expect(() => createHandshake(0).take(Buffer.from(answer))).toThrow(WireError);
  });
});
