import { rm } from "node:fs/promises";
import { join } from "node:path";

/**
 * Takes out of an Electron from one's own folder what is not to be packed: electron-builder does so only with one that
 * it has downloaded.
 * @param {{ appOutDir: string, electronPlatformName: string }} context
 */
export async function afterExtract({ appOutDir, electronPlatformName }) {
  if (electronPlatformName !== "linux") return;
  for (const left of ["version", "resources/default_app.asar"])
    await rm(join(appOutDir, left), { recursive: true, force: true });
}
