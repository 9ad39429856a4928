import { createHash, generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { signFeed } from "../../scripts/sign-release.mjs";
import type { Env } from "./desktop/child.ts";
import { packAnew } from "./package.ts";

export interface Update {
  readonly version: string;
  /** What was done to it after it was signed, or in place of that. */
  readonly fault?: "another file" | "altered feed" | "unsigned" | "another key";
}

/** The version of an update. */
export const newer = "9.9.9";

const makers = generateKeyPairSync("ed25519");
const others = generateKeyPairSync("ed25519");

/** Stands in for a new AppImage: notes how it is run. */
const fresh = `#!/bin/sh
if [ -n "$APPIMAGE_EXIT_AFTER_INSTALL" ]; then echo "settles in"; else echo "starts with $*"; fi >> "$BOOKBELL_RUNS"
`;
const name = "Bookbell-x86_64.AppImage";
const feedName = "latest-linux.yml";

/** Gives the application in `folder` the public key of these tests. */
export const packTestKey = (folder: string): Promise<void> =>
  packAnew(folder, (content) => {
    const pem = makers.publicKey.export({ type: "spki", format: "pem" });
    return writeFile(path.join(content, "build/update-keys.pem"), pem);
  });

/** Signs the feed that electron-builder has put into a folder of packages, as the makers do. */
export async function signBuilt(folder: string): Promise<void> {
  const file = path.join(folder, feedName);
  await writeFile(file, signFeed(feedName, await readFile(file, "utf8"), makers.privateKey));
}

/** Has the unpacked application in `folder` look for updates on a server that offers this one. */
export async function serveUpdate(folder: string, env: Env, { version, fault }: Update) {
  const feed = feedOf(version, fault);
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
    /** Has it take itself for an AppImage. */
    env: { APPIMAGE, APPDIR: folder, BOOKBELL_RUNS },
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

function feedOf(version: string, fault: Update["fault"]): string {
  const sha512 = createHash("sha512")
    .update(fault === "another file" ? "another" : fresh)
    .digest("base64");
  const feed = `version: ${version}\nfiles:\n  - url: ${name}\n    sha512: ${sha512}\n    size: ${fresh.length}\n`;
  if (fault === "unsigned") return feed;
  const { privateKey } = fault === "another key" ? others : makers;
  const signed = signFeed(feedName, feed, privateKey);
  return fault === "altered feed" ? signed.replace(version, `${version}9`) : signed;
}
