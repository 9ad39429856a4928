import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Child, Env } from "./desktop/child.ts";
import { run } from "./system.ts";

const nobody = 65_534;

/** Somebody with an empty home who is not root, and so has Chromium's sandbox; on that desktop's screen, without its bus. */
export async function ordinaryUser(desktop: { env: Env }) {
  const home = await mkdtemp(path.join(tmpdir(), "bookbell-nobody-"));
  const profile = path.join(home, ".config/Bookbell");
  const owned = () => run("chown", ["-R", `${nobody}:${nobody}`, home]);
  for (const folder of ["run", "tmp"]) await mkdir(path.join(home, folder));
  await owned();
  const env = {
    PATH: "/usr/bin:/bin",
    HOME: home,
    DISPLAY: desktop.env.DISPLAY ?? "",
    TZ: desktop.env.TZ ?? "UTC",
    TMPDIR: path.join(home, "tmp"),
    XDG_RUNTIME_DIR: path.join(home, "run"),
  };
  return {
    home,
    profile,
    /** Starts a program in their name, by what starts programs of a machine of its own. */
    start: (command: readonly string[], start: (command: readonly string[], env: Env) => Child) =>
      start(["setpriv", `--reuid=${nobody}`, `--regid=${nobody}`, "--clear-groups", ...command], env),
    /** What is in their profile before the first start. */
    async has(files: Readonly<Record<string, string | Uint8Array>>) {
      await mkdir(profile, { recursive: true });
      for (const [name, content] of Object.entries(files)) await writeFile(path.join(profile, name), content);
      await owned();
    },
    /** How the page's process is held: "2" = its system calls are filtered, by Chromium's sandbox; null while there is none. */
    sandbox: () => rendererSeccomp(home),
    gone: () => rm(home, { recursive: true, force: true, maxRetries: 5 }),
  };
}

async function rendererSeccomp(home: string): Promise<string | null> {
  for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
    if (!command.includes("--type=renderer") || !command.includes(home)) continue;
    const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
    return /^Seccomp:\s+(\d)/m.exec(status)?.[1] ?? null;
  }
  return null;
}
