import { gzipSync } from "node:zlib";
import type { Random } from "../support/random.ts";
import { payload, payloadNames } from "../support/timekit-payloads.ts";
import { forwardedBody, forwardedFiles } from "../support/zapier-bodies.ts";

const samples = [
  ...payloadNames().map((name) => payload(name)),
  ...forwardedFiles().map((file) => forwardedBody(file)),
];
const largestBody = 256 * 1024;
const deep = 100_000;
const bomb = gzipSync(Buffer.alloc(50_000_000));

/** Values that a careless reader trips over. */
export const oddValues = [
  "null",
  "true",
  "-0",
  "1e999",
  "-1e-400",
  "9".repeat(400),
  '""',
  '"\\ud800"',
  '"\\udc00\\ud800 \\u0000"',
  '"\\u202e<img src=x onerror=1>"',
  `"${"A".repeat(60_000)}"`,
  '"__proto__"',
  '"constructor"',
  '"9999-12-31T24:00:00+99:99"',
  '"2026-02-30T10:00:00Z"',
  '"+275760-09-13T00:00:00Z"',
  "[]",
  "{}",
  '{"toString":1,"valueOf":{}}',
  '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
  `${"[".repeat(2_000)}${"]".repeat(2_000)}`,
];

const wholeBodies: ((random: Random) => string | Buffer)[] = [
  (random) => "[{".charAt(random.below(2)).repeat(deep),
  () => '{"a":'.repeat(40_000),
  () => `${"[".repeat(deep)}${"]".repeat(deep)}`,
  () =>
    `{"id":"deep","graph":"instant","state":"confirmed","meta":${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}}`,
  () => seats(`${"[".repeat(60_000)}${"]".repeat(60_000)}`),
  () => seats('{"valueOf":1,"toString":2}'),
  () => '{"__proto__":{"id":"p","graph":"instant","state":"confirmed","polluted":true}}',
  () =>
    '{"id":"__proto__","graph":"constructor","state":"toString","attributes":{"__proto__":{"polluted":1}}}',
  () => '{"id":"twice","id":"twice-2","graph":"instant","graph":1,"state":"confirmed","state":"cancelled"}',
  () => many('{"timezone":"Asia/Tokyo"}', 300),
  () => many("{}", 5_000),
  (random) => JSON.stringify("x".repeat(random.below(largestBody))),
  () => Buffer.from([0xff, 0xfe, 0x7b, 0x7d]),
  () =>
    Buffer.concat([Buffer.from('{"id":"'), Buffer.from([0xc0, 0xaf, 0xed, 0xa0, 0x80]), Buffer.from('"}')]),
  () => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('{"id":"bom","graph":"g","state":"s"}')]),
  () => bomb.subarray(0, largestBody),
  () => "",
  () => "\u0000",
  (random) => Buffer.from(Array.from({ length: random.below(2_000) }, () => random.below(256))),
  (random) => Buffer.alloc(largestBody + 1 + random.below(300_000), 0x20),
];

const seats = (max: string) =>
  `{"id":"seats","graph":"group_owner","state":"tentative","attributes":{"group_booking":{"max_seats":${max},"current_seats":1}}}`;
const many = (customer: string, times: number) =>
  `{"id":"many","graph":"instant","state":"confirmed","customers":[${Array(times).fill(customer).join()}]}`;

/** A body that nobody should trust: half of them are samples with something wrong. */
export function hostileBody(random: Random): Buffer {
  if (random.chance(0.3)) return Buffer.from(random.pick(wholeBodies)(random));
  let body: Buffer = random.pick(samples);
  for (let times = 1 + random.below(3); times > 0; times--) body = mutated(body, random);
  return body;
}

function mutated(body: Buffer, random: Random): Buffer {
  const at = random.below(body.length + 1);
  const [before, after] = [body.subarray(0, at), body.subarray(at)];
  switch (random.below(5)) {
    case 0:
      return before;
    case 1:
      return Buffer.concat([before, Buffer.from([random.below(256)]), after.subarray(1)]);
    case 2:
      return Buffer.concat([before, body.subarray(at, at + random.below(200)), after]);
    case 3:
      return Buffer.concat([before, after.subarray(random.below(200))]);
    default:
      return withOddValue(body, random);
  }
}

/** Puts something else in the place of one value, and leaves the rest what it was. */
function withOddValue(body: Buffer, random: Random): Buffer {
  const places = placesIn(body);
  return places.length === 0 ? body : random.pick(places)(random.pick(oddValues));
}

/** For each value of a body that is no list and no object: the body with something else in its place. */
export function placesIn(body: Buffer): ((value: string) => Buffer)[] {
  const text = body.toString();
  const values = [...text.matchAll(/(?<=": ?)("(?:[^"\\]|\\.)*"|-?\d[\d.]*|true|false|null)/g)];
  return values.map(
    ({ index, 0: { length } }) =>
      (value) =>
        Buffer.from(text.slice(0, index) + value + text.slice(index + length)),
  );
}
