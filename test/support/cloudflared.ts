import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { onTestFinished } from "vitest";
import { type NamedParts, namedTunnel } from "../../main/tunnel/providers/cloudflare/named.ts";
import { quickTunnel } from "../../main/tunnel/providers/cloudflare/quick.ts";
import type { CloudflareParts, Timing } from "../../main/tunnel/providers/cloudflare/tunnel.ts";
import type { Part } from "./cloudflared.mjs";
import { eventually } from "./eventually.ts";
import { temporaryFolder } from "./files.ts";

/** What the stand-in was started with. */
interface Notes {
  readonly pid: number;
  readonly args: readonly string[];
  readonly config: string;
  readonly token: string | null;
  readonly tokenMode: number | null;
  /** The names of cloudflared's own variables in its environment. */
  readonly settings: readonly string[];
}

type Behaviour = Omit<Part, "notes" | "down" | "through">;

/** Looks often, and is otherwise as patient as in earnest. */
export const timing: Timing = { readyWithin: 24_000, checkEvery: 20, endWithin: 6_000 };

/** An executable file that plays cloudflared; what a failed test leaves of it running is ended. */
export function standInCloudflared(behaviour: Behaviour = {}) {
  const folder = temporaryFolder();
  const file = path.join(folder, "cloudflared");
  const notes = path.join(folder, "notes.json");
  const down = path.join(folder, "down");
  const through = path.join(folder, "through");
  const script = pathToFileURL(path.join(import.meta.dirname, "cloudflared.mjs"));
  const part: Part = { ...behaviour, notes, down, through };
  const code = `import("${script}").then(({ play }) => play(${JSON.stringify(part)}));`;
  writeFileSync(file, `#!${process.execPath}\n${code}\n`, { mode: 0o755 });
  onTestFinished(() => {
    const pid = read(notes)?.pid;
    if (pid && runs(pid)) process.kill(pid, "SIGKILL");
  });
  return {
    file,
    notes: () => eventually(async () => read(notes)),
    /** Settles when /ready has given all its answers. */
    through: () => eventually(async () => existsSync(through) || null),
    /** From now on it has no connection to Cloudflare. */
    cutOff: () => writeFileSync(down, ""),
  };
}

/** A quick tunnel by a stand-in. */
export function aQuickTunnel(behaviour: Behaviour = {}, changes: Partial<CloudflareParts> = {}) {
  const program = standInCloudflared(behaviour);
  const folder = temporaryFolder();
  const provider = quickTunnel({ program: async () => program.file, folder, timing, ...changes });
  return { program, folder, provider, left: () => readdirSync(folder) };
}

/** A named tunnel by a stand-in. */
export function aNamedTunnel(
  behaviour: Behaviour,
  { url, token }: Partial<Pick<NamedParts, "url" | "token">>,
) {
  const program = standInCloudflared(behaviour);
  const folder = temporaryFolder();
  const provider = namedTunnel({
    program: async () => program.file,
    folder,
    timing,
    url: url ?? "https://hooks.example.test/",
    token: token ?? (async () => "a-token"),
  });
  return { program, provider, left: () => readdirSync(folder) };
}

/** Whether there is such a process; one that has ended and that nobody has asked after does not count. */
export function runs(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

function read(file: string): Notes | null {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    // Not there yet, or half written.
    return null;
  }
}
