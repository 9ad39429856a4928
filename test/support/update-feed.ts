import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import type { Env } from "./desktop/child.ts";

export interface Update {
  readonly version: string;
  /** The file is another one than the feed says. */
  readonly altered: boolean;
}

/** Stands in for a new AppImage: notes how it is run. */
const fresh = `#!/bin/sh
if [ -n "$APPIMAGE_EXIT_AFTER_INSTALL" ]; then echo "settles in"; else echo "starts with $*"; fi >> "$BOOKBELL_RUNS"
`;

/** Has the unpacked application in `folder` look for updates on a server that offers this one, in place of an AppImage. */
export async function serveUpdate(folder: string, env: Env, { version, altered }: Update) {
  const name = "Bookbell-x64.AppImage";
  const sha512 = createHash("sha512")
    .update(altered ? "another" : fresh)
    .digest("base64");
  const feed = `version: ${version}\nfiles:\n  - url: ${name}\n    sha512: ${sha512}\n    size: ${fresh.length}\n`;
  const asked: string[] = [];
  const server = createServer(({ url = "" }, answer) => {
    const { pathname } = new URL(url, "http://localhost");
    asked.push(pathname);
    answer.end(pathname === `/${name}` ? fresh : feed);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const settings = `provider: generic\nurl: http://127.0.0.1:${port}\nupdaterCacheDirName: bookbell-updater\n`;
  await writeFile(path.join(folder, "resources/app-update.yml"), settings);

  const APPIMAGE = path.join(env.HOME ?? "", name);
  const BOOKBELL_RUNS = path.join(env.HOME ?? "", "runs");
  await writeFile(APPIMAGE, "the old one");
  return {
    env: { APPIMAGE, BOOKBELL_RUNS },
    asked,
    host: `127.0.0.1:${port}`,
    installed: async () => (await readFile(APPIMAGE, "utf8").catch(() => "")) === fresh,
    runs: async () => (await readFile(BOOKBELL_RUNS, "utf8").catch(() => "")).split("\n").filter(Boolean),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
