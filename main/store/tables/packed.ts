import { inflateRawSync } from "node:zlib";

/** The bytes of a body as they came; null when those that are kept are damaged. */
export function unpacked(body: Uint8Array): Uint8Array | null {
  try {
    return inflateRawSync(body);
  } catch {
    return null;
  }
}
