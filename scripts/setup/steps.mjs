import { join } from "node:path";
import { findElectron } from "../electron-runtime.mjs";
import { findNode } from "../node-runtime.mjs";
import { buildApp, buildRelay } from "./build-app.mjs";
import { SetUpError } from "./commands.mjs";
import { withLock } from "./lock.mjs";
import { installPackages } from "./npm-packages.mjs";
import { cache } from "./paths.mjs";
import { installSystemPackages } from "./system-packages.mjs";

/** What a team's relay needs: neither Electron nor anything of the system. Returns its program. */
export async function runRelaySteps() {
  try {
    return await withLock(join(cache, "setup.lock"), async () => {
      await installPackages();
      return buildRelay();
    });
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

/**
 * The set-up from the npm packages to the built application, one process at a time.
 * @param {import("./system-packages.mjs").Wanted} wanted
 */
export async function runSteps(wanted) {
  try {
    return await withLock(join(cache, "setup.lock"), async () => {
      await installPackages();
      const { folder, electron } = await findElectron();
      await installSystemPackages(electron, wanted);
      const env = {
        ...process.env,
        ELECTRON_OVERRIDE_DIST_PATH: folder,
        ELECTRON_EXEC_PATH: electron,
        // The floor, whichever Electron is here: else electron-vite aims at the newest.
        ELECTRON_MAJOR_VER: "33",
      };
      const node = wanted.forTests ? await findNode() : undefined;
      await buildApp(env);
      if (wanted.withRelay) await buildRelay();
      return { electron, node, env };
    });
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
