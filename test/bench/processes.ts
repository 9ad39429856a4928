import { readdir, readFile } from "node:fs/promises";

/** What a program and all its processes take. */
export interface Usage {
  /** Its own memory and its part of what it shares with others (PSS), in megabytes. */
  readonly memory: number;
  /** Of that, what is mapped from no file: whatever else runs of the same program has no part in it. */
  readonly own: number;
  /** Of processor time since each process began. */
  readonly cpuSeconds: number;
}

const ticksASecond = 100;

/** What that process takes together with all it has started. */
export async function usageOf(pid: number): Promise<Usage> {
  let [memory, own, ticks] = [0, 0, 0];
  for (const one of await familyOf(pid)) {
    const rollup = await readFile(`/proc/${one}/smaps_rollup`, "utf8").catch(() => "");
    const megabytes = (name: string) => Number(rollup.match(`\n${name}:\\s+(\\d+)`)?.[1] ?? 0) / 1024;
    memory += megabytes("Pss");
    own += megabytes("Pss_Anon");
    const [user = 0, system = 0] = (await statOf(one)).slice(11, 13).map(Number);
    ticks += user + system;
  }
  return { memory, own, cpuSeconds: ticks / ticksASecond };
}

async function familyOf(pid: number): Promise<number[]> {
  const all = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const parents = new Map(
    await Promise.all(all.map(async (one) => [one, Number((await statOf(one))[1])] as const)),
  );
  const family = [pid];
  for (const member of family) for (const [one, parent] of parents) if (parent === member) family.push(one);
  return family;
}

/** The fields after the name, which may hold blanks itself: the state first. Empty when it has ended. */
async function statOf(pid: number): Promise<string[]> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}
