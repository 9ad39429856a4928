import { build } from "../support/package.ts";
import { megabytesIn, ownMegabytes } from "../support/package-content.ts";
import { informed, type Line } from "./table.ts";

/** What an unpacked package takes on the disk, Electron and all, and how much of it is Bookbell's own. */
export async function packageSize(): Promise<Line[]> {
  const { folder } = await build({ targets: ["dir"], name: "bench" });
  const { all, withoutSqlite } = await ownMegabytes(folder);
  return [
    informed("package, unpacked", await megabytesIn(folder), " MB"),
    informed("package: of which Electron is not", all, " MB"),
    informed("package: the same with Electron 42 and later", withoutSqlite, " MB"),
  ];
}
