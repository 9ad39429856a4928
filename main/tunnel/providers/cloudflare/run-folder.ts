import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

/** The files of one running cloudflared. Its path is unique, and stands in the process's command line. */
export interface RunFolder {
  readonly config: string;
  readonly tokenFile: string;
  /** Notes the process, so that the next start can end it should Bookbell be killed. */
  note(pid: number): Promise<void>;
  remove(): Promise<void>;
}

const prefix = "run-";
const pidFile = "pid";

export async function makeRunFolder(folder: string, token: string | null): Promise<RunFolder> {
  await mkdir(folder, { recursive: true });
  const own = await mkdtemp(path.join(folder, prefix));
  const config = path.join(own, "config.yml");
  const tokenFile = path.join(own, "token");
  // With a file of our own, rules in the user's ~/.cloudflared/config.yml cannot take the requests; `{}` rather than
  // nothing, because cloudflared counts an empty file as a fault.
  await writeFile(config, "{}\n", { mode: 0o600 });
  if (token) await writeFile(tokenFile, token, { mode: 0o600 });
  return {
    config,
    tokenFile,
    note: (pid) => writeFile(path.join(own, pidFile), String(pid)),
    remove: () => rm(own, { recursive: true, force: true, maxRetries: 3 }),
  };
}

/**
 * Ends what an earlier Bookbell that was killed left running: cloudflared outlives its parent, and the tunnel would
 * stay open. A process that only got an old one's number is left alone.
 */
export async function endLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((found) => found.startsWith(prefix))) {
    const left = path.join(folder, name);
    const pid = Number(await readFile(path.join(left, pidFile), "utf8").catch(() => ""));
    if (pid > 0 && (await commandLine(pid)).includes(left)) kill(pid);
    await rm(left, { recursive: true, force: true, maxRetries: 3 });
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended in the meantime.
  }
}

/** Empty when there is no such process, or when it belongs to someone else. */
async function commandLine(pid: number): Promise<string> {
  try {
    if (process.platform === "linux") return await readFile(`/proc/${pid}/cmdline`, "utf8");
    const [program, ...args] =
      process.platform === "win32"
        ? ["powershell.exe", "-NoProfile", "-NonInteractive", "-Command", windowsQuery(pid)]
        : ["/bin/ps", "-ww", "-o", "args=", "-p", String(pid)];
    const { stdout } = await promisify(execFile)(program, args, { timeout: 5_000, windowsHide: true });
    return stdout;
  } catch {
    return "";
  }
}

const windowsQuery = (pid: number) =>
  `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`;
