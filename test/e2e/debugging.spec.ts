import { existsSync } from "node:fs";
import { copyFile, link, mkdir, readdir, symlink } from "node:fs/promises";
import path from "node:path";
import { expect } from "@playwright/test";
import { Child } from "../support/desktop/child.ts";
import { watched } from "../support/launched.ts";
import { test } from "./test.ts";

const repository = path.join(import.meta.dirname, "../..");

/** The Electron of these tests under Bookbell's name, by which it takes itself for a package. */
async function asPackaged(folder: string): Promise<string> {
  const electron = process.env.BOOKBELL_ELECTRON ?? "";
  const own = path.dirname(electron);
  const program = path.join(folder, "bookbell");
  await mkdir(folder);
  for (const name of await readdir(own))
    if (name !== path.basename(electron)) await symlink(path.join(own, name), path.join(folder, name));
  await link(electron, program).catch(() => copyFile(electron, program));
  return program;
}

for (const wanted of [watched, "--remote-debugging-pipe", "--inspect=0"])
  test(`a packaged Bookbell does not run for who wants to debug it: ${wanted}`, async ({
    desktop,
    port: _,
  }) => {
    const program = await asPackaged(path.join(desktop.dir, "packaged"));
    const profile = path.join(desktop.dir, "debugged");
    const args = ["--no-sandbox", "--hidden", `--user-data-dir=${profile}`];
    const refused = new Child(program, [...args, wanted, repository], desktop.env);
    await refused.printed(/Bookbell cannot be debugged/);
    await expect(refused.printed(/DevTools listening|"port":/)).rejects.toThrow("ended (1)");
    expect(existsSync(path.join(profile, "settings.json"))).toBe(false);

    const bookbell = new Child(program, [...args, repository], desktop.env);
    await bookbell.printed(/Listening/);
    await bookbell.end();
  });
