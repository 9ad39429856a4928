import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { copyFile, mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { npmCi } from "./commands.mjs";
import { isAlive } from "./lock.mjs";
import { cache } from "./paths.mjs";

const unfinished = ".unfinished-";
const forced = { recursive: true, force: true, maxRetries: 3 };

/**
 * The folder in the cache for what is made out of these files: another one, once any of them is not as it was.
 * @param {string} name
 * @param {string} recipe to be counted up when what is done with the files gives another result
 * @param {string[]} files
 */
export function folderFor(name, recipe, files) {
  const hash = createHash("sha256").update(recipe);
  for (const file of files) hash.update(readFileSync(file));
  return join(cache, `${name}-${hash.digest("hex").slice(0, 12)}`);
}

/** Removes what earlier attempts left behind when they were killed. */
export async function removeLeftovers() {
  for (const name of await readdir(cache)) {
    const [, owner] = name.split(unfinished);
    // A killed attempt's npm may still be writing there; what resists is removed the next time.
    if (owner && !isAlive(Number(owner))) await rm(join(cache, name), forced).catch(() => {});
  }
}

/**
 * Installs what the lock file in `from` says, has `make` turn its packages into a result, in a folder of its own, and
 * moves that into place when it is complete.
 * @param {string} from
 * @param {string} folder
 * @param {(packages: string, result: string) => Promise<void>} make
 */
export async function makeFromLock(from, folder, make) {
  const work = `${folder}${unfinished}${process.pid}`;
  const [npm, result] = [join(work, "npm"), join(work, "result")];
  try {
    await mkdir(npm, { recursive: true });
    for (const file of ["package.json", "package-lock.json"])
      await copyFile(join(from, file), join(npm, file));
    const { code, output } = await npmCi(npm);
    if (code !== 0) throw new Error(output);
    await make(join(npm, "node_modules"), result);
    await moveIntoPlace(result, folder);
  } finally {
    await rm(work, forced);
  }
}

/**
 * @param {string} result
 * @param {string} folder
 */
async function moveIntoPlace(result, folder) {
  try {
    await rename(result, folder);
  } catch (error) {
    // Another set-up was quicker, and its result is as good.
    if (!existsSync(folder)) throw error;
  }
}
