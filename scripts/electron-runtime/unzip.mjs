import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, resolve, sep } from "node:path";
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createInflateRaw } from "node:zlib";

const fileType = 0o170000;
const linkType = 0o120000;
const stored = 0;

/** @typedef {{ name: string, method: number, packed: number, size: number, mode: number, offset: number }} Entry */

/**
 * @param {import("node:fs/promises").FileHandle} file
 * @param {number} position
 * @param {number} length
 */
async function readAt(file, position, length) {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead < length) throw new Error("the archive ends too early");
  return buffer;
}

/** @param {import("node:fs/promises").FileHandle} file */
async function readDirectory(file) {
  const { size } = await file.stat();
  const tail = await readAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557));
  const end = tail.lastIndexOf("PK\x05\x06", undefined, "latin1");
  if (end < 0) throw new Error("the file is no zip archive");
  const directory = await readAt(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  /** @type {Entry[]} */
  const entries = [];
  for (let at = 0; at < directory.length; ) {
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString("utf8", at + 46, nameEnd),
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      offset: directory.readUInt32LE(at + 42),
    });
    at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * @param {string} archive
 * @param {import("node:fs/promises").FileHandle} file
 * @param {Entry} entry
 * @param {string} target
 */
async function extract(archive, file, entry, target) {
  // The name and extra field are read again here: their lengths may differ from the directory's.
  const header = await readAt(file, entry.offset, 30);
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  if (entry.packed === 0) return writeFile(target, "", { mode: entry.mode });
  const output = createWriteStream(target, { mode: entry.mode & 0o777 });
  await pipeline(
    createReadStream(archive, { start, end: start + entry.packed - 1 }),
    entry.method === stored ? new PassThrough() : createInflateRaw(),
    output,
  );
  if (output.bytesWritten !== entry.size) throw new Error(`${entry.name} came out damaged`);
  if ((entry.mode & fileType) !== linkType) return;
  const destination = await readFile(target, "utf8");
  await rm(target);
  await symlink(destination, target);
}

/**
 * Unpacks the entries for which `place` gives a path below the folder, with their modes and links.
 * @param {string} archive
 * @param {string} folder
 * @param {(name: string) => string | undefined} place
 */
export async function unzip(archive, folder, place) {
  const file = await open(archive);
  try {
    for (const entry of await readDirectory(file)) {
      const path = place(entry.name);
      if (!path || path.endsWith("/")) continue;
      const target = resolve(folder, path);
      if (!target.startsWith(resolve(folder) + sep)) throw new Error(`${entry.name} lies outside`);
      await mkdir(dirname(target), { recursive: true });
      await extract(archive, file, entry, target);
    }
  } finally {
    await file.close();
  }
}
