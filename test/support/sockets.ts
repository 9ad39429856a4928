import { readdir, readFile, readlink } from "node:fs/promises";

/** One end of a connection, as Linux writes it: "0100007F:6820" is 127.0.0.1, port 26656. */
export interface SocketEnds {
  readonly listening: boolean;
  readonly local: string;
  readonly remote: string;
}

/** On this computer: 127.0.0.1, or the same as IPv6, or nowhere yet. */
export const isLocal = (end: string): boolean =>
  /^(0100007F|00000000|0{32}|0{24}01000000|0{16}FFFF00000100007F):/.test(end);

/** Every network socket that a process and its children hold now. */
export async function socketsOf(pid: number): Promise<SocketEnds[]> {
  const own = new Set((await Promise.all((await family(pid)).map(inodesOf))).flat());
  const tables = await Promise.all(
    ["tcp", "tcp6", "udp", "udp6"].map((file) => readFile(`/proc/net/${file}`, "utf8")),
  );
  return tables
    .flatMap((text) => text.trim().split("\n").slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter((cells) => own.has(cells[9]))
    .map(([, local = "", remote = "", state]) => ({ listening: state === "0A", local, remote }));
}

async function family(pid: number): Promise<number[]> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8").catch(() => "");
  const found = children.trim().split(" ").filter(Boolean).map(Number);
  return [pid, ...(await Promise.all(found.map(family))).flat()];
}

async function inodesOf(pid: number): Promise<(string | undefined)[]> {
  const fds = await readdir(`/proc/${pid}/fd`).catch(() => []);
  const links = await Promise.all(fds.map((fd) => readlink(`/proc/${pid}/fd/${fd}`).catch(() => "")));
  return links.map((link) => /^socket:\[(\d+)]$/.exec(link)?.[1]).filter(Boolean);
}
