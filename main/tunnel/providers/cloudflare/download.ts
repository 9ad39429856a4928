import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { chmod, mkdir, open, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { WorldError } from "../../../lib/world-error.ts";
import { programName, type Release } from "./releases.ts";
import { unpacked } from "./unpack.ts";

/** What a download needs of the rest of Bookbell. */
export interface Download {
  /** Where the program is put; made if it is not there. */
  readonly folder: string;
  readonly release: Release;
  fetch(url: string, init: { signal: AbortSignal }): Promise<Response>;
  readonly signal: AbortSignal;
  /** Bytes so far. */
  onProgress(got: number): void;
  /** How long nothing may come before it is given up; a minute if not told. */
  readonly stallMs?: number;
}

/**
 * Downloads cloudflared, and gives its file once it is what the release says. Nothing else is left in the folder,
 * and what was there stays until then. One at a time.
 * @throws WorldError download-failed, download-altered
 */
export async function downloadCloudflared(download: Download): Promise<string> {
  const { folder, release, signal } = download;
  const temporary = path.join(folder, "download");
  const name = programName(process.platform);
  try {
    // What a crash left there goes as well.
    await rm(temporary, { recursive: true, force: true });
    await mkdir(temporary, { recursive: true });
    const fetched = path.join(temporary, release.packed === "tgz" ? "packed.tgz" : name);
    await fetchTo(fetched, download);
    const program = path.join(temporary, name);
    if (release.packed === "tgz") await writeFile(program, await unpacked(await readFile(fetched), name));
    await chmod(program, 0o755);
    await sync(program);
    signal.throwIfAborted();
    await rename(program, path.join(folder, name));
    return path.join(folder, name);
  } catch (error) {
    throw error instanceof WorldError ? error : new WorldError("download-failed", whatOf(error));
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function fetchTo(file: string, { release, fetch, signal, onProgress, stallMs = 60_000 }: Download) {
  const stalled = new AbortController();
  const timer = setTimeout(() => stalled.abort(new Error("Nothing came for too long.")), stallMs);
  const either = AbortSignal.any([signal, stalled.signal]);
  try {
    const response = await fetch(release.url, { signal: either });
    if (!response.ok || !response.body) throw new WorldError("download-failed", `status ${response.status}`);
    // Electron's net.fetch does not tell where it was led to; there, the checksum alone has to do.
    const last = response.url || release.url;
    if (new URL(last).protocol !== new URL(release.url).protocol)
      throw new WorldError("download-failed", "led away from https");
    const hash = createHash("sha256");
    let got = 0;
    async function* checked(chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        timer.refresh();
        got += chunk.length;
        if (got > release.size) throw new WorldError("download-altered", "larger than it should be");
        hash.update(chunk);
        onProgress(got);
        yield chunk;
      }
    }
    const body = Readable.fromWeb(response.body as ReadableStream<Uint8Array>);
    await pipeline(body, checked, createWriteStream(file), { signal: either });
    if (got < release.size) throw new WorldError("download-failed", "shorter than it should be");
    if (hash.digest("hex") !== release.sha256) throw new WorldError("download-altered");
  } finally {
    clearTimeout(timer);
  }
}

async function sync(file: string): Promise<void> {
  const handle = await open(file, "r+");
  await handle.sync().finally(() => handle.close());
}

function whatOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message;
}
