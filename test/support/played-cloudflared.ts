import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Part } from "./cloudflared.mjs";
import { eventually } from "./eventually.ts";

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

export type Behaviour = Omit<Part, "notes" | "down" | "through">;

/** An executable file in that folder that plays cloudflared. */
export function playedCloudflared(folder: string, behaviour: Behaviour = {}) {
  const file = path.join(folder, "cloudflared");
  const notes = path.join(folder, "notes.json");
  const down = path.join(folder, "down");
  const through = path.join(folder, "through");
  const script = pathToFileURL(path.join(import.meta.dirname, "cloudflared.mjs"));
  const part: Part = { ...behaviour, notes, down, through };
  const code = `import("${script}").then(({ play }) => play(${JSON.stringify(part)}));`;
  writeFileSync(file, `#!${process.execPath}\n${code}\n`, { mode: 0o755 });
  return {
    file,
    notes: () => eventually(async () => read(notes)),
    /** Settles when /ready has given all its answers. */
    through: () => eventually(async () => existsSync(through) || null),
    /** From now on it has no connection to Cloudflare. */
    cutOff: () => writeFileSync(down, ""),
    /** Ends what is left of it. */
    end(): void {
      const pid = read(notes)?.pid;
      if (pid && runs(pid)) process.kill(pid, "SIGKILL");
    },
  };
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
