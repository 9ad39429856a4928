import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Settings } from "../../main/settings/schema.ts";
import type { Bookbell } from "../support/bookbell.ts";
import { type Front, post, startFront } from "../support/front.ts";
import { type Sshd, startSshd } from "../support/sshd.ts";
import { startTimekitApi } from "../support/timekit-api.ts";
import { test as base } from "./test.ts";

interface Given {
  /** A path that the server's web server does not let through; override with test.use. */
  blocked: string;
  sshd: Sshd;
  front: Front;
  timekit: Awaited<ReturnType<typeof startTimekitApi>>;
  /** Starts Bookbell with this server as its tunnel, trusted unless told otherwise. */
  startWithTunnel: (settings?: Partial<Settings>, hostKey?: string) => Promise<Bookbell>;
  /** Posts to the public address, as Timekit would. */
  deliver: (bookbell: Bookbell, body: Buffer) => Promise<number>;
}

/** With a server of the user's own, a web server before it, and Timekit. */
export const test = base.extend<Given>({
  blocked: ["", { option: true }],
  sshd: async ({ desktop }, use) => {
    const dir = path.join(desktop.dir, "sshd");
    await mkdir(dir);
    const sshd = await startSshd(dir);
    await use(sshd);
    await sshd.stop();
  },
  front: async ({ desktop, blocked }, use) => {
    const front = await startFront(desktop.dir, { socket: socketIn(desktop.dir), blocked });
    await use(front);
    await front.stop();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
  timekit: async ({}, use) => {
    const timekit = await startTimekitApi();
    await use(timekit);
    await timekit.stop();
  },
  startWithTunnel: async ({ desktop, sshd, front, timekit, start, port }, use) => {
    await use(async (settings = {}, hostKey = sshd.hostFingerprint) => {
      const profile = path.join(desktop.dir, "profile");
      await mkdir(profile, { recursive: true });
      const ssh = {
        host: "127.0.0.1",
        port: sshd.port,
        user: sshd.user,
        keyFile: sshd.keyFile,
        socket: socketIn(desktop.dir),
        url: front.url,
        hostKey,
      };
      const tunnel = { kind: "ssh", cloudflared: "", namedUrl: "", ngrokDomain: "", ownUrl: "", ssh };
      await writeFile(
        path.join(profile, "settings.json"),
        JSON.stringify({ port, setup: "done", tunnel, copiedUrl: front.url, ...settings }),
        { flag: "wx" },
      ).catch(() => {});
      const env = { NODE_EXTRA_CA_CERTS: front.caFile, BOOKBELL_TIMEKIT_API: timekit.url };
      return start([], profile, { ...desktop.env, ...env });
    });
  },
  deliver: async ({ front }, use) => {
    await use(async (bookbell, body) => {
      const { pathname } = new URL(await bookbell.url());
      const json = { "content-type": "application/json" };
      return (await post(front, body, json, pathname)).status;
    });
  },
});

const socketIn = (dir: string) => path.join(dir, "hooks.sock");
