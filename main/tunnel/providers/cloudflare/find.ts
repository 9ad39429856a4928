import { access, constants, stat } from "node:fs/promises";
import path from "node:path";
import { programName } from "./releases.ts";

/** Where to look for cloudflared. */
export interface Places {
  /** The file that the user chose; empty = none. */
  readonly setting: string;
  readonly env: NodeJS.ProcessEnv;
  /** Where Bookbell puts the one it downloads. */
  readonly folder: string;
  readonly platform: NodeJS.Platform;
}

/**
 * The program's file: the one the user chose, else what CLOUDFLARED_BIN names, else the first on the PATH, else the
 * downloaded one. What was chosen or named is taken or nothing, so that no other program runs in its place.
 */
export async function findCloudflared({ setting, env, folder, platform }: Places): Promise<string | null> {
  const chosen = setting || env.CLOUDFLARED_BIN;
  if (chosen) return (await isFile(chosen)) ? chosen : null;
  // Applications that macOS starts from the Dock do not have Homebrew's folders on their PATH.
  const homebrew = platform === "darwin" ? ["/opt/homebrew/bin", "/usr/local/bin"] : [];
  const onPath = (env.PATH ?? "").split(path.delimiter).filter(path.isAbsolute);
  for (const place of [...onPath, ...homebrew, folder]) {
    const file = path.join(place, programName(platform));
    if ((await isFile(file)) && (await mayRun(file))) return file;
  }
  return null;
}

const isFile = (file: string): Promise<boolean> =>
  stat(file).then(
    (found) => found.isFile(),
    () => false,
  );

const mayRun = (file: string): Promise<boolean> =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
