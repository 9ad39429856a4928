import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { bookingOf } from "../../../../main/bookings/facts.ts";
import { readForwarded } from "../../../../main/sources/zapier/read.ts";
import { tellsOf } from "../../../../main/sources/zapier/tells-of.ts";
import { english } from "../../../support/english.ts";
import { leastWork } from "../../../support/work.ts";
import { forwarded, forwardedBody, forwardedFiles, mergeAll } from "../../../support/zapier-bodies.ts";

const bytes = (value: unknown) => Buffer.from(typeof value === "string" ? value : JSON.stringify(value));

/** It answers, in one line where it refuses, and gives the same answer again. */
function read(body: Uint8Array): void {
  const reading = readForwarded(body);
  if (!reading.ok) expect(english.reasonWords(reading.reason)).toMatch(/^[^\n]{10,200}$/);
  expect(readForwarded(body)).toEqual(reading);
  tellsOf(body, ["a@b.example"]);
}

const key = fc.oneof(
  fc.constantFrom(
    ...["id", "state", "graph", "event", "start", "customers", "name", "email", "attributes", "event_info"],
    ...[
      "customer",
      "data",
      "0",
      "1",
      "raw_body",
      "type",
      "timestamp",
      "updated_at",
      "allDay",
      "owner_booking",
    ],
    ...["__proto__", "constructor", "prototype", "toString", "valueOf", "hasOwnProperty"],
    ...["customers__0__name", "event[start]", "Event Start", "__", "a".repeat(300)],
  ),
  fc.string({ maxLength: 5 }),
);

const leaf = fc.oneof(
  fc.constantFrom(
    ...["", "null", "None", "true", "b1", "confirmed", "tentative", "booking.new", "2026-12-01T09:41:08Z"],
    ...['{"id":"b2","state":"paid"}', "[1]", "{'a': 1}", "a@x,b@y", 1_700_000_000, true, null],
  ),
  fc.string({ maxLength: 8 }),
  fc.double(),
);

const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { depthSize: "medium", withCrossShrink: true },
    leaf,
    fc.array(tie("json"), { maxLength: 3 }),
    fc.array(fc.tuple(key, tie("json")), { maxLength: 8 }).map((entries) => Object.fromEntries(entries)),
    tie("json").map((value) => JSON.stringify(value)),
  ),
}));

describe("nothing that is posted makes it throw", () => {
  test("no bytes", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (body) => read(body)));
  });

  test("no JSON", () => {
    fc.assert(
      fc.property(json, (value) => read(bytes(JSON.stringify(value) ?? ""))),
      { numRuns: 3_000 },
    );
  });

  test("no form", () => {
    const rows = fc.array(
      fc.tuple(
        key,
        fc.oneof(
          leaf.map(String),
          json.map((value) => JSON.stringify(value) ?? ""),
        ),
      ),
    );
    fc.assert(
      fc.property(rows, (all) => read(bytes(new URLSearchParams(all).toString()))),
      { numRuns: 1_000 },
    );
  });

  test("none of the bodies, cut off or with a byte changed", () => {
    const files = forwardedFiles().map(forwardedBody);
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.nat(), fc.nat(255), fc.boolean(), (body, at, byte, isCut) => {
        const changed = Buffer.from(body);
        changed[at % body.length] = byte;
        read(isCut ? body.subarray(0, at % body.length) : changed);
      }),
      { numRuns: 1_000 },
    );
  });
});

test("a text that holds JSON without end is not told, and what is beside it is", () => {
  const deep = `[{"name":"Sam","x":${"[".repeat(100_000)}${"]".repeat(100_000)}}]`;
  const body = { id: "b1", state: "confirmed", event: { what: "Demo" }, customers: deep };
  expect(bookingOf(mergeAll([forwarded(body)]))).toMatchObject({ subject: "Demo", customer: null });
});

test("a key that is longer than any is none of Timekit's", () => {
  expect(readForwarded(bytes({ id: "b1", [`${" ".repeat(200)}state`]: "confirmed" }))).toMatchObject({
    ok: false,
  });
});

describe("prototypes", () => {
  afterEach(() => expect(({} as Record<string, unknown>).polluted).toBeUndefined());
  const poison = '{"polluted":true,"name":"x","start":"2026-12-01T09:41:08Z"}';

  test.each(["__proto__", "constructor", "prototype"])(
    "%s is a key that matches nothing, anywhere",
    (name) => {
      const clean = { id: "b1", state: "confirmed", event: { what: "Demo" }, customers: [{ name: "Sam" }] };
      const told = bookingOf(mergeAll([forwarded(clean)]));
      const text = JSON.stringify(clean);
      const dirty = [
        text.replace("{", `{"${name}":${poison},`),
        text.replace("{", `{"${name}__polluted":true,"${name}[event][start]":"2026-12-01T09:41:08Z",`),
        text.replace('"event":{', `"event":{"${name}":${poison},`),
        text.replace('"customers":[{', `"${name}__customers__name":"x","customers":[{"${name}":${poison},`),
        text.replace("{", `{"attributes":{"${name}":${poison},"customer":{"${name}":${poison}}},`),
        text.replace("{", `{"customers__${name}":${poison},"customers__0__${name}__polluted":1,`),
      ];
      for (const body of dirty) expect(bookingOf(mergeAll([forwarded(body)]))).toEqual(told);
      const wrapper = forwarded(`{"x":{"${name}":${text}}}`);
      expect(wrapper.id).toBe("b1");
    },
  );

  test.each(["__proto__", "constructor", "toString"])(
    "%s is a booking's id, state or graph like any other",
    (name) => {
      expect(forwarded({ id: name, state: name, graph: name })).toMatchObject({
        id: name,
        facts: {
          standing: { status: "unknown", native: { graph: name.toLowerCase(), state: name.toLowerCase() } },
        },
      });
    },
  );
});

const nested = (piece: string, size: number) => piece.repeat(size / piece.length);
const shapes: Record<string, (size: number) => string> = {
  "of many keys": (size) => `{${Array.from({ length: size / 20 }, (_, i) => `"key ${i}":"v"`).join()}}`,
  "of one long key": (size) => `{"${nested("event__", size)}":"v"}`,
  "of many long keys": (size) =>
    `{${Array.from({ length: size / 250 }, (_, i) => `"${"customers__".repeat(22)}${i}":1`).join()}}`,
  "of many objects": (size) => `{"id":"1","a":[${nested("{},", size)}{}]}`,
  "of objects in one another": (size) =>
    `{${Array.from({ length: size / 400 }, (_, i) => `"k${i}":${'{"a":'.repeat(60)}1${"}".repeat(60)}`).join()}}`,
  "of texts that hold JSON": (size) =>
    JSON.stringify(
      Array.from({ length: size / 60 }, (_, i) => [`k${i}`, '{"id":"1","x":"{}"}']).reduce<
        Record<string, string>
      >((all, [k = "", v = ""]) => Object.assign(all, { [k]: v }), {}),
    ),
  "of broken JSON in texts": (size) =>
    JSON.stringify({ event: `[${"[".repeat(size)}`, user: `{${" ".repeat(size)}` }),
  "of many customers": (size) => `{"id":"1","state":"x","customers":[${nested('{"name":"a"},', size)}{}]}`,
  "of numbered customers": (size) =>
    `{"id":"1","state":"x",${Array.from({ length: size / 30 }, (_, i) => `"customers__${i % 1000}__f${i}":1`).join()}}`,
  "of many addresses": (size) =>
    JSON.stringify({
      id: "1",
      state: "x",
      customers__email: nested("a@b,", size),
      customers__name: nested("a,", size),
    }),
  "of a form": (size) => nested("customers[name]=a&", size),
  "of escapes in a form": (size) => `a=${nested("%7B+", size)}`,
  "of white space": (size) => `{"id":"1","state":"x","event":"${" ".repeat(size)}"}`,
};

test.each(Object.entries(shapes))(
  "ten times as much %s takes no more than some ten times the work",
  async (_what, of) => {
    const work = (size: number) => leastWork(() => readForwarded(Buffer.from(of(size))));
    // Quadratic would be a hundred times.
    expect(await work(250_000)).toBeLessThan(40 * (await work(25_000)));
  },
);
