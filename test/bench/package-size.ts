import path from "node:path";
import { build } from "../support/package.ts";
import { megabytesIn } from "../support/package-content.ts";
import { informed, type Line } from "./table.ts";

/** What an unpacked package takes on the disk, Electron and all, and how much of it is Bookbell's own. */
export async function packageSize(): Promise<Line[]> {
  const { folder } = await build({ targets: ["dir"], name: "bench" });
  return [
    informed("package, unpacked", await megabytesIn(folder), " MB"),
    informed("package: of which Electron is not", await megabytesIn(path.join(folder, "resources")), " MB"),
  ];
}
