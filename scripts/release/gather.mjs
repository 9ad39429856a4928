import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { channelFiles } from "./channels.mjs";

// Folders: what the machines have packed, the release, and what is told to others.
const [from = "", to = "", channels = ""] = process.argv.slice(2);

/** @param {string} file */
const sha256 = (file) => createHash("sha256").update(readFileSync(file)).digest("hex");

/**
 * Brings together what each machine has packed, a folder each: a file of two that are not the same is refused, as the later
 * one would take the earlier one's place, whose sum is in a feed.
 */
function gather() {
  mkdirSync(to, { recursive: true });
  for (const machine of readdirSync(from).sort())
    for (const name of readdirSync(join(from, machine))) {
      const [file, kept] = [join(from, machine, name), join(to, name)];
      if (existsSync(kept) && sha256(kept) !== sha256(file)) throw new Error(`Two differ: ${name}`);
      copyFileSync(file, kept);
    }
}

/** Their sums, in the way of sha256sum. The feeds' change when they are signed, which is a better proof. */
function sums() {
  const names = readdirSync(to).filter((name) => !/^latest.*\.yml$/.test(name));
  return new Map(names.sort().map((name) => [name, sha256(join(to, name))]));
}

gather();
const all = sums();
writeFileSync(join(to, "SHA256SUMS"), [...all].map(([name, sum]) => `${sum}  ${name}\n`).join(""));
mkdirSync(channels, { recursive: true });
for (const [name, text] of channelFiles(all)) writeFileSync(join(channels, name), text);
