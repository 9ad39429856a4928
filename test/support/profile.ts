import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { deflateRawSync } from "node:zlib";

/** Enough of a packed body that nothing else has it by chance; it should end with something of its own. */
const stretch = 24;

/** The files of a folder, at any depth, in which one of these texts can be read, or one of these bodies as it is packed. */
export function filesWith(folder: string, texts: readonly string[], bodies: readonly Uint8Array[] = []) {
  const packed = bodies.map((body) => deflateRawSync(body, { level: 1 }).subarray(-stretch));
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => {
    const file = path.join(folder, name);
    // A lock of Chromium's leads nowhere.
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return false;
    const bytes = readFileSync(file);
    return [...texts, ...packed].some((trace) => bytes.includes(trace));
  });
}
