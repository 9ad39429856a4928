import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { build } from "vite";
import { Child, type Env } from "../support/desktop/child.ts";
import { portOf } from "../support/launched.ts";
import { addSettings, profileWith } from "./profile.ts";
import { launchQuietly } from "./quiet.ts";
import { startTaker, withRules } from "./ruled.ts";

const repository = path.join(import.meta.dirname, "../..");
// Inside the repository, so that what it imports is found.
const builtFolder = path.join(repository, "test-results/bench");
/** The store's thread as it is built. */
export const storeWorker = path.join(repository, "out/main/store-worker.js");

/**
 * `bare` and `receiver` are server.ts; `bookbell` is the whole built application, its window not yet opened. It is
 * paused, for with a toast for each booking the notification daemon would take one of two cores. `ruled` is the same with
 * three rules that send all of it elsewhere.
 */
export const rivals = ["bare", "receiver", "bookbell", "ruled"] as const;
export type Rival = (typeof rivals)[number];

/** Something that takes deliveries, on a database of its own. */
export interface Running {
  readonly port: number;
  stop(): Promise<void>;
}

/** Builds server.ts as Bookbell is built, so that none of the rivals is slowed by a way of running TypeScript. */
export async function buildServer(): Promise<void> {
  await build({
    configFile: false,
    logLevel: "error",
    root: repository,
    build: {
      ssr: path.join(import.meta.dirname, "server.ts"),
      target: "node20.18",
      outDir: builtFolder,
      rollupOptions: { output: { entryFileNames: "server.mjs" } },
    },
  });
  // Electron takes an application's folder.
  await writeFile(path.join(builtFolder, "package.json"), JSON.stringify({ main: "server.mjs" }));
}

export async function start(rival: Rival, env: Env, seeded: string): Promise<Running> {
  const profile = await profileWith(env, seeded, { paused: true });
  if (rival === "bookbell" || rival === "ruled") {
    const taker = rival === "ruled" ? await startTaker(env) : null;
    if (taker) await addSettings(profile, withRules(profile, taker.port));
    const child = launchQuietly("bookbell", env, profile);
    const stop = () =>
      child
        .end()
        .then(() => remove(profile))
        .then(() => taker?.stop());
    return { port: await portOf(child), stop };
  }
  const child = new Child(
    process.env.BOOKBELL_ELECTRON ?? "",
    [
      "--no-sandbox",
      `--user-data-dir=${profile}`,
      builtFolder,
      rival,
      storeWorker,
      path.join(profile, "bookings.sqlite"),
    ],
    env,
  );
  const line = await child.printed(/^port \d+$/);
  return { port: Number(line.slice("port ".length)), stop: () => child.end().then(() => remove(profile)) };
}

const remove = (folder: string) => rm(folder, { recursive: true, force: true, maxRetries: 5 });
