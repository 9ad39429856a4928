import { renameSync, writeFileSync } from "node:fs";

/** Writes beside the file first: a crash within the writing leaves it as it was. Blocks; for a few bytes. */
export function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
