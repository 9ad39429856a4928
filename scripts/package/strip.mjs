import { copyFile, mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../setup/commands.mjs";
import { repository } from "../setup/paths.mjs";

/** Where electron-builder.yml has them from, a folder for each architecture. */
const folder = join(repository, "out", "stripped");

/**
 * Makes a copy of ngrok's native module without its symbols, an eighth of it, to be packed in its place: before the
 * archive is made, whose list has a hash of it. Only Linux's: what is signed must stay as it is. SQLite's has none.
 * @param {{ electronPlatformName: string, packager: { config: { files?: { filter?: string[] }[] } } }} context
 */
export async function stripNgrok({ electronPlatformName, packager: { config } }) {
  await rm(folder, { recursive: true, force: true });
  if (electronPlatformName !== "linux") return;
  const modules = join(repository, "node_modules", "@ngrok");
  for (const name of await readdir(modules)) {
    const [, architecture] = /^ngrok-linux-(\w+)-gnu$/.exec(name) ?? [];
    if (!architecture) continue;
    const file = `ngrok.linux-${architecture}-gnu.node`;
    const place = join(folder, architecture, "@ngrok", name);
    await mkdir(place, { recursive: true });
    await copyFile(join(modules, name, file), join(place, file));
    config.files?.[0]?.filter?.push(`!**/node_modules/@ngrok/${name}/${file}`);
    const { code, output } = await run("strip", ["-s", join(place, file)]);
    // There are no binutils here, or only those for another architecture: the copy is as it was.
    if (code !== 0)
      console.log(`${file} is packed with its symbols, which strip did not take out: ${output}`);
  }
}
