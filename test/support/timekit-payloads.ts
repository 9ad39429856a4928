import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const folder = path.join(import.meta.dirname, "../fixtures/timekit");

/** The raw bytes of a sample body, "instant.confirmed" or "variants/all_day". */
export function payload(name: string): Buffer {
  return readFileSync(path.join(folder, `${name}.json`));
}

/** A sample body with some of its top-level keys replaced; `undefined` leaves a key out. */
export function payloadWith(name: string, changes: object): Buffer {
  return Buffer.from(JSON.stringify({ ...JSON.parse(payload(name).toString()), ...changes }));
}

/** Every sample that is one JSON object, by name. */
export function payloadNames(): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".json") && file !== "signature-vectors.json")
    .map((file) => file.slice(0, -".json".length))
    .sort();
}

interface SignatureVector {
  name: string;
  secret: string;
  body_base64: string;
  signature_hex: string | null;
}

/** Bodies with the signatures that Timekit's algorithm gives them; names ending in must-fail do not verify. */
export function signatureVectors(): SignatureVector[] {
  return JSON.parse(payload("signature-vectors").toString());
}
