import { once } from "node:events";
import { open, stat } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";

/** Serves the files of a folder, and single ranges of them, as GitHub does; tells what was asked and how much went out. */
export async function serveFiles() {
  let folder = "";
  const sent = new Map<string, number>();
  const server = createServer(async ({ url = "", headers }, answer) => {
    const name = path.basename(new URL(url, "http://localhost").pathname);
    const file = path.join(folder, name);
    const size = (await stat(file).catch(() => null))?.size;
    if (size === undefined) return answer.writeHead(404).end();
    const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? "") ?? [];
    const [start, end] = first ? [Number(first), Number(last)] : [0, size - 1];
    const length = end - start + 1;
    const range = first ? { "content-range": `bytes ${start}-${end}/${size}` } : {};
    answer.writeHead(first ? 206 : 200, { "content-length": length, ...range });
    sent.set(name, (sent.get(name) ?? 0) + length);
    const handle = await open(file);
    handle.createReadStream({ start, end }).pipe(answer);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    /** What it serves from now on. */
    serve(from: string) {
      folder = from;
    },
    /** Bytes, by file. */
    sent,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
