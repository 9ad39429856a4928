import { closeSync, openSync, writeSync } from "node:fs";

/** Overwrites a stretch, by default with junk of that length, as a bad disk would. */
export function scribble(file: string, from: number, junk: number | Uint8Array): void {
  const bytes = typeof junk === "number" ? Buffer.alloc(junk, 0xa5) : junk;
  const handle = openSync(file, "r+");
  writeSync(handle, bytes, 0, bytes.length, from);
  closeSync(handle);
}
