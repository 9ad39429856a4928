import type { Random } from "../support/random.ts";
import { payloadWith } from "../support/timekit-payloads.ts";
import { type Exchange, inPieces, posted } from "./exchange.ts";

/** Real bookings among the hostile requests, in every form that HTTP allows. */
export function honestRequests() {
  const ids: string[] = [];
  const body = (more: object = {}) => {
    const id = `honest-${ids.length}`;
    ids.push(id);
    return payloadWith("help-article.instant.confirmed", { id, ...more });
  };
  const forms: ((path: string, random: Random) => Exchange)[] = [
    (path) => posted(path, body()),
    (path) => posted(path, body(), []),
    (path) => posted(path, body(), ["Content-Type: application/json; charset=utf-8", "Expect: 100-continue"]),
    (path) => posted(path, body({ padding: " ".repeat(250_000) })),
    (path) => posted(path, body({ __proto__: null, meta: { constructor: 1, nested: [[[[]]]] } })),
    (path, random) => ({ bytes: inPieces(posted(path, body()).bytes[0], random), after: 1 }),
    (path, random) => {
      const chunks = inPieces(body(), random).map((piece) =>
        Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from("\r\n")]),
      );
      const head = Buffer.from(`POST ${path} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n`);
      return { bytes: [head, ...chunks, Buffer.from("0\r\n\r\n")], after: 1 };
    },
    // Pipelined: all are sent before the first is answered.
    (path) => {
      const requests = Array.from({ length: 5 }, () => posted(path, body()).bytes[0]);
      return { bytes: [Buffer.concat(requests)], after: requests.length };
    },
  ];
  return {
    /** The ids of all bookings that were sent. */
    ids,
    next: (path: string, random: Random): Exchange => random.pick(forms)(path, random),
  };
}
