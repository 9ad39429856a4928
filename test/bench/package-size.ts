import { lstat, readdir } from "node:fs/promises";
import path from "node:path";
import { buildPackage } from "../support/package.ts";
import { informed, type Line } from "./table.ts";

/** What an unpacked package takes on the disk, Electron and all, and how much of it is Bookbell's own. */
export async function packageSize(): Promise<Line[]> {
  const folder = await buildPackage("dir");
  return [
    informed("package, unpacked", await megabytesIn(folder), " MB"),
    informed("package: of which Electron is not", await megabytesIn(path.join(folder, "resources")), " MB"),
  ];
}

async function megabytesIn(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(files.map(async (name) => (await lstat(path.join(folder, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0) / 1e6;
}
