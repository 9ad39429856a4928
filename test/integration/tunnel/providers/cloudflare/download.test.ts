import { createHash, randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import path from "node:path";
import { createTarGzip } from "nanotar";
import { describe, expect, onTestFinished, test } from "vitest";
import {
  type Download,
  downloadCloudflared,
} from "../../../../../main/tunnel/providers/cloudflare/download.ts";
import { findCloudflared } from "../../../../../main/tunnel/providers/cloudflare/find.ts";
import { type Release, releaseFor } from "../../../../../main/tunnel/providers/cloudflare/releases.ts";
import { temporaryFolder } from "../../../../support/files.ts";

const program = randomBytes(300_000);

async function served(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address?.port}`;
}

async function aDownload(answer: RequestListener, changes: Partial<Download> & { body?: Buffer } = {}) {
  const { body = program, ...rest } = changes;
  const sha256 = createHash("sha256").update(body).digest("hex");
  const url = `${await served(answer)}/cloudflared`;
  const release: Release = { version: "1", url, size: body.length, sha256, packed: "exe" };
  const folder = temporaryFolder();
  const progress: number[] = [];
  const download = (more: Partial<Download> = {}) =>
    downloadCloudflared({
      folder,
      release,
      fetch,
      signal: new AbortController().signal,
      onProgress: (got) => progress.push(got),
      ...rest,
      ...more,
    });
  return { folder, release, progress, download, left: () => readdirSync(folder) };
}

const good: RequestListener = (_request, response) => response.end(program);

describe("a download", () => {
  test("is a program that can be run and found, and tells how far it is", async () => {
    const { folder, progress, download, left } = await aDownload(good);
    const file = await download();
    expect(readFileSync(file).equals(program)).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o755);
    expect(progress.at(-1)).toBe(program.length);
    expect(left()).toEqual(["cloudflared"]);
    const places = { setting: "", env: { PATH: "" }, folder, platform: "linux" } as const;
    expect(await findCloudflared(places)).toBe(file);
  });

  test("that is packed is unpacked, and nothing but the program", async () => {
    const files = ["cloudflared", "extra"].map((name) => ({ name, data: program }));
    const body = Buffer.from(await createTarGzip(files));
    const { release, download, left } = await aDownload((_request, response) => response.end(body), { body });
    const file = await download({ release: { ...release, packed: "tgz" } });
    expect(readFileSync(file).equals(program)).toBe(true);
    expect(left()).toEqual(["cloudflared"]);
  });

  test("may be led on, as GitHub does", async () => {
    const { download } = await aDownload((request, response) => {
      if (request.url === "/cloudflared") response.writeHead(302, { location: "/elsewhere" }).end();
      else response.end(program);
    });
    expect(readFileSync(await download()).equals(program)).toBe(true);
  });

  test("is not led away from https", async () => {
    const { release, download, left } = await aDownload(good);
    const led = download({
      release: { ...release, url: "https://github.com/cloudflared" },
      fetch: (_url, init) => fetch(release.url, init),
    });
    await expect(led).rejects.toMatchObject({ code: "download-failed" });
    expect(left()).toEqual([]);
  });

  test("clears away what a crash left of the last one", async () => {
    const { folder, download, left } = await aDownload(good);
    mkdirSync(path.join(folder, "download"));
    writeFileSync(path.join(folder, "download", "cloudflared"), "half");
    await download();
    expect(left()).toEqual(["cloudflared"]);
  });
});

describe("a download that fails leaves what was there, and nothing else", () => {
  const altered = Buffer.from(program);
  altered[7] = (altered[7] ?? 0) ^ 1;
  test.each<[string, string, RequestListener]>([
    ["is not there", "download-failed", (_request, response) => response.writeHead(404).end("Not Found")],
    ["has one wrong bit", "download-altered", (_request, response) => response.end(altered)],
    [
      "is too long",
      "download-altered",
      (_request, response) => response.end(Buffer.concat([program, program])),
    ],
    ["is too short", "download-failed", (_request, response) => response.end(program.subarray(1))],
    [
      "is cut",
      "download-failed",
      (_request, response) => {
        response.writeHead(200, { "content-length": program.length });
        response.write(program.subarray(0, 1_000), () => response.destroy());
      },
    ],
    ["is hung up on", "download-failed", (request) => request.destroy()],
  ])("when it %s", async (_how, code, answer) => {
    const { folder, download, left } = await aDownload(answer);
    writeFileSync(path.join(folder, "cloudflared"), "the old one");
    await expect(download()).rejects.toMatchObject({ code });
    expect(left()).toEqual(["cloudflared"]);
    expect(readFileSync(path.join(folder, "cloudflared"), "utf8")).toBe("the old one");
  });

  const stall: RequestListener = (_request, response) => {
    response.writeHead(200, { "content-length": program.length });
    response.write(program.subarray(0, 1_000));
  };

  test.each<[string, RequestListener]>([
    ["after the beginning", stall],
    ["before it", () => {}],
  ])("when nothing comes any more, %s", async (_when, answer) => {
    const { download, left } = await aDownload(answer, { stallMs: 200 });
    await expect(download()).rejects.toMatchObject({ code: "download-failed" });
    expect(left()).toEqual([]);
  });

  test("when it is not wanted any more", async () => {
    const abort = new AbortController();
    const { download, left } = await aDownload(stall);
    const downloading = download({ signal: abort.signal, onProgress: () => abort.abort() });
    await expect(downloading).rejects.toMatchObject({ code: "download-failed" });
    expect(left()).toEqual([]);
  });
});

describe("cloudflared is found", () => {
  const at = () => {
    const file = path.join(temporaryFolder(), "cloudflared");
    writeFileSync(file, "", { mode: 0o755 });
    return file;
  };

  test("as chosen, else as the environment says, else on the PATH, else where it was downloaded", async () => {
    const [setting, named, onPath, downloaded] = [at(), at(), at(), at()];
    const folder = path.dirname(downloaded);
    const PATH = [temporaryFolder(), path.dirname(onPath)].join(path.delimiter);
    const find = (chosen: string, env: NodeJS.ProcessEnv) =>
      findCloudflared({ setting: chosen, env, folder, platform: "linux" });
    expect(await find(setting, { CLOUDFLARED_BIN: named, PATH })).toBe(setting);
    expect(await find("", { CLOUDFLARED_BIN: named, PATH })).toBe(named);
    expect(await find("", { PATH })).toBe(onPath);
    expect(await find("", {})).toBe(downloaded);
    chmodSync(onPath, 0o644);
    expect(await find("", { PATH })).toBe(downloaded);
    expect(await find(`${setting}-not-there`, { PATH })).toBeNull();
  });
});

test.each([
  ["linux", "x64"],
  ["linux", "arm64"],
  ["darwin", "x64"],
  ["darwin", "arm64"],
  ["win32", "x64"],
  ["win32", "arm64"],
])("there is a download for %s on %s, from Cloudflare's own releases", (platform, arch) => {
  const release = releaseFor(platform, arch);
  expect(release?.url).toMatch(
    /^https:\/\/github\.com\/cloudflare\/cloudflared\/releases\/download\/[\d.]+\//,
  );
  expect(release?.sha256).toMatch(/^[0-9a-f]{64}$/);
});

test("there is none elsewhere", () => {
  expect(releaseFor("freebsd", "x64")).toBeNull();
});
