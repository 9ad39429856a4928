import { gzipSync } from "node:zlib";
import type { Random } from "../support/random.ts";
import { hostileBody } from "./bodies.ts";
import { type Exchange, inPieces, posted } from "./exchange.ts";

const zipped = gzipSync(Buffer.alloc(10_000_000, 0x20));
const half = (random: Random) => (random.chance(0.5) ? "end" : "destroy");

/** Each makes one request that no honest sender makes; `path` is the right one. */
const kinds: ((path: string, random: Random) => Exchange)[] = [
  // Cut off: in the middle of the head, or of the body.
  (path, random) => {
    const [bytes] = posted(path, hostileBody(random)).bytes;
    return { bytes: [bytes.subarray(0, random.below(bytes.length))], after: half(random) };
  },
  (path, random) => {
    const body = hostileBody(random);
    const bytes = head("POST", path, [`Content-Length: ${body.length + 1 + random.below(1_000)}`]);
    return { bytes: inPieces(Buffer.concat([bytes, body]), random), after: half(random) };
  },
  // Lengths and encodings that contradict themselves or each other.
  (path, random) => raw(path, random, [`Content-Length: ${random.pick(oddLengths)}`]),
  (path, random) => raw(path, random, ["Content-Length: 5", `Content-Length: ${random.below(9)}`]),
  (path, random) => raw(path, random, ["Content-Length: 4", "Transfer-Encoding: chunked"]),
  (path, random) => raw(path, random, [`Transfer-Encoding: ${random.pick(oddEncodings)}`]),
  (path, random) => raw(path, random, ["Transfer-Encoding: chunked"], random.pick(oddChunks)),
  (path, random) =>
    raw(
      path,
      random,
      [`Content-Encoding: ${random.pick(["gzip", "br", "deflate", "gzip, gzip", "x"])}`],
      zipped,
    ),
  // Too many headers, too long ones, and ones that are none.
  (path, random) =>
    raw(
      path,
      random,
      Array.from({ length: random.below(3_000) }, (_, i) => `X-${i}: ${i}`),
    ),
  (path, random) => raw(path, random, [`X-Long: ${"a".repeat(random.below(40_000))}`]),
  (path, random) => raw(path, random, [`x-timekit-signature: ${"é".repeat(random.below(200))}`]),
  (path, random) => raw(path, random, [random.pick(oddHeaders)]),
  // Other methods, paths and tokens.
  (path, random) => ({ bytes: [head(random.pick(methods), path, ["Content-Length: 0"])], after: "end" }),
  (path, random) => ({
    bytes: [head("POST", random.pick(oddPaths)(path), ["Content-Length: 0"])],
    after: "end",
  }),
  (path, random) => {
    const wrong = `${path.slice(0, -1)}${random.pick([..."abc%/?#"])}`;
    return { ...posted(wrong, hostileBody(random)), after: "end" };
  },
  // No HTTP at all.
  (_path, random) => ({
    bytes: [Buffer.from(Array.from({ length: 1 + random.below(500) }, () => random.below(256)))],
    after: half(random),
  }),
  () => ({ bytes: [Buffer.from("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")], after: "end" }),
  () => ({ bytes: [Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01])], after: "end" }),
];

const oddLengths = ["-1", "+5", "1e3", "0x10", "abc", "", "5, 5", "99999999999999999999", "262145", "5 5"];
const oddEncodings = [
  "gzip, chunked",
  "chunked, chunked",
  "xchunked",
  "identity",
  "chunked\t",
  "\u000bchunked",
];
const oddChunks = [
  "zz\r\n{}\r\n0\r\n\r\n",
  "FFFFFFFFFFFFFFFFF\r\n",
  "-1\r\n\r\n",
  "2;a=b\r\n{}\r\n0\r\nX: y\r\n\r\n",
  "2\n{}\n0\n\n",
]
  .concat(`2;${"e".repeat(20_000)}\r\n{}\r\n0\r\n\r\n`)
  .map((text) => Buffer.from(text));
const oddHeaders = [
  "Expect: 100-continue",
  "Expect: the-unexpected",
  "Connection: Upgrade\r\nUpgrade: websocket",
  "Host: a\r\nHost: b",
]
  .concat(
    "no colon",
    ": no name",
    "Bad Name: x",
    "X: a\u0000b",
    " folded: x",
    "Content-Type: application/json; charset=x-none",
  )
  .concat(
    "Content-Type: multipart/form-data; boundary=b",
    "Content-Type: /",
    "X-Timekit-Signature: 00, 11",
    "Cookie: __proto__=1",
  );
const methods = [
  "GET",
  "HEAD",
  "PUT",
  "DELETE",
  "OPTIONS",
  "TRACE",
  "CONNECT",
  "PROPFIND",
  "post",
  "P OST",
  "\u0000",
];
const oddPaths: ((path: string) => string)[] = [
  () => "/",
  () => "*",
  () => "/%zz/%00/%ff",
  () => `/${"a/".repeat(7_000)}`,
  () => "/../../etc/passwd",
  () => "//hooks//timekit",
  () => "/hooks/timekit/__proto__",
  (path) => `${path}?${"a[b]=c&".repeat(1_000)}`,
  (path) => `http://example.net${path}`,
  (path) => `${path}/..${path}`,
];

/** A request that no honest sender makes, by the seed's choice. */
export function hostileRequest(path: string, random: Random): Exchange {
  if (random.chance(0.5)) return posted(path, hostileBody(random));
  return random.pick(kinds)(path, random);
}

function head(method: string, path: string, headers: readonly string[]): Buffer {
  return Buffer.from(
    `${[`${method} ${path} HTTP/1.1`, "Host: x", ...headers].join("\r\n")}\r\n\r\n`,
    "latin1",
  );
}

function raw(path: string, random: Random, headers: readonly string[], body = hostileBody(random)): Exchange {
  const told = /^(content-length|transfer-encoding)/i.test(headers[0] ?? "");
  const length = told ? [] : [`Content-Length: ${body.length}`];
  const bytes = Buffer.concat([head("POST", path, [...length, ...headers]), body]);
  return { bytes: inPieces(bytes, random), after: "end" };
}
