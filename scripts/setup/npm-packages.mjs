import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { npmCi, SetUpError } from "./commands.mjs";
import { repository } from "./paths.mjs";

const hashFile = join(repository, "node_modules", ".bookbell-lock-hash");

/** Installs the npm packages when package-lock.json is not the one they were last installed from. */
export async function installPackages() {
  const lock = readFileSync(join(repository, "package-lock.json"));
  const hash = createHash("sha256").update(lock).digest("hex");
  if (hash === installedHash()) return;
  console.log("Installing the npm packages…");
  rmSync(hashFile, { force: true });
  const { code, output } = await npmCi(repository);
  if (code !== 0) {
    throw new SetUpError(`${output}\nThe npm packages could not be installed; npm says why above.`);
  }
  writeFileSync(hashFile, hash);
}

function installedHash() {
  try {
    return readFileSync(hashFile, "utf8");
  } catch {
    return undefined;
  }
}
