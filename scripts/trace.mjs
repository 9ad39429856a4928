import "./node-version.mjs";
import { existsSync, readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { join } from "node:path";
import { text } from "node:stream/consumers";

const built = join(import.meta.dirname, "../out/main");
const place = /out[\\/]main[\\/]([\w./\\-]+\.js):(\d+):(\d+)/g;

/** @type {Map<string, SourceMap | null>} */
const maps = new Map();

/** @param {string} file */
function mapOf(file) {
  const path = `${join(built, file)}.map`;
  if (!maps.has(file))
    maps.set(file, existsSync(path) ? new SourceMap(JSON.parse(readFileSync(path, "utf8"))) : null);
  return maps.get(file);
}

/** A log on standard input, with the places in what was built replaced by those in the sources of the same version. */
const log = await text(process.stdin);
const traced = log.replace(place, (whole, file, line, column) => {
  const origin = mapOf(file)?.findOrigin(Number(line), Number(column));
  if (!origin || !("fileName" in origin)) return whole;
  return `${origin.fileName.replace(/^(\.\.\/)+/, "")}:${origin.lineNumber}:${origin.columnNumber}`;
});
process.stdout.write(traced);
