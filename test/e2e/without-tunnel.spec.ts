import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "@playwright/test";
import type { Settings } from "../../main/settings/schema.ts";
import { type Bookbell, opened } from "../support/bookbell.ts";
import { bookingAt } from "../support/example.ts";
import { isLocal, socketsOf } from "../support/sockets.ts";
import { DatabaseSync } from "../support/sqlite.ts";
import { startTimekitApi } from "../support/timekit-api.ts";
import { test as base, rowOf } from "./test.ts";

interface Given {
  timekit: Awaited<ReturnType<typeof startTimekitApi>>;
  /** Starts Bookbell on the test's profile; the first time with an address of the user's own, where nobody answers. */
  startWithAddress: (settings?: Partial<Settings>) => Promise<Bookbell>;
}

const test = base.extend<Given>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
  timekit: async ({}, use) => {
    const timekit = await startTimekitApi();
    await use(timekit);
    await timekit.stop();
  },
  startWithAddress: async ({ desktop, timekit, start, port }, use) => {
    await use(async (settings = {}) => {
      const profile = path.join(desktop.dir, "profile");
      await mkdir(profile, { recursive: true });
      const ssh = { host: "", port: 22, user: "", keyFile: "", socket: "", url: "", hostKey: "" };
      const none = { cloudflared: "", namedUrl: "", ngrokDomain: "", ssh };
      const tunnel = { ...none, kind: "own-url", ownUrl: "https://old.example.test" };
      await writeFile(
        path.join(profile, "settings.json"),
        JSON.stringify({ port, setup: "done", tunnel, ...settings }),
        { flag: "wx" },
      ).catch(() => {});
      return start([], profile, { ...desktop.env, BOOKBELL_TIMEKIT_API: timekit.url });
    });
  },
});

const hour = 3_600_000;
const anId = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;

test("an address that changes after it was copied is told at once, and copied anew", async ({
  startWithAddress,
}) => {
  const bookbell = await startWithAddress();
  const page = await opened(bookbell);
  await page.evaluate(() => window.bookbell.address.copy(null));
  const told = page.locator(".status-what", { hasText: "public address has changed" });
  await expect(told).toBeHidden();
  await page.evaluate(() => window.bookbell.tunnel.change({ ownUrl: "https://new.example.test" }));
  // Beside that nobody answers there.
  await page.locator(".footer-state").click();
  await page.getByRole("radio", { name: /^Problems/ }).check();
  await expect(told).toBeVisible();
  await page.getByRole("button", { name: "Copy webhook URL" }).first().click();
  await expect(told).toBeHidden();
  const copied = await bookbell.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toContain("https://new.example.test/hooks/timekit/");
  expect((await bookbell.settings()).copiedUrl).toContain("new.example.test");
});

test("without tunnel and key nothing is connected to, while bookings arrive", async ({
  start,
  daemon,
  now,
}) => {
  const bookbell = await start();
  await bookbell.app.evaluate(() => {
    const { Socket } = process.getBuiltinModule("node:net");
    const connected: string[] = [];
    const connect = Socket.prototype.connect as (...args: unknown[]) => unknown;
    // The session bus is a file; whatever has a host goes over the network. TLS sockets inherit this.
    Socket.prototype.connect = function (this: unknown, ...args: unknown[]) {
      const { host } = [args].flat(2)[0] as { host?: string };
      if (host) connected.push(host);
      return connect.apply(this, args);
    } as typeof Socket.prototype.connect;
    Object.assign(globalThis, { connected });
  });
  const connected = () =>
    bookbell.app.evaluate(() => (globalThis as unknown as { connected: string[] }).connected);
  const page = await opened(bookbell);
  expect(await bookbell.post(bookingAt(now, "15:00", "16:00"))).toBe(204);
  await daemon.waitFor(({ state }) => state === "shown");
  await expect(rowOf(page, "15:00")).toBeVisible();
  expect(await connected()).toEqual([]);
  // Nor is there anything that the start, Chromium or another process of Bookbell's has open.
  const held = await socketsOf(bookbell.app.process().pid ?? 0);
  expect(held.length).toBeGreaterThan(0);
  expect(held.filter(({ local, remote }) => !isLocal(local) || !isLocal(remote))).toEqual([]);
  // The same ear hears the probe of an address.
  await page.evaluate(() =>
    window.bookbell.tunnel.change({ kind: "own-url", ownUrl: "https://somewhere.example.test" }),
  );
  await expect.poll(connected).toContain("somewhere.example.test");
});

test("the time when Bookbell did not run is a gap, and what came then is told in one digest", async ({
  startWithAddress,
  timekit,
  daemon,
  now,
}) => {
  const key = { secrets: { timekit: { kept: "plain", data: timekit.key } } } as const;
  const before = bookingAt(now, "18:00", "18:30", { id: anId(9) });
  await timekit.put(JSON.parse(before.toString()));
  const first = await startWithAddress(key);
  await expect(rowOf(await opened(first), "18:00")).toBeVisible();
  await expect.poll(async () => (await first.settings()).watermark).not.toBeNull();
  await first.quit();
  const database = new DatabaseSync(path.join(first.profile, "bookings.sqlite"));
  database.exec(`UPDATE meta SET value = ${now - 3 * hour} WHERE key = 'alive';
    UPDATE delivery SET received_at = received_at - ${3 * hour}`);
  database.close();
  for (let n = 1; n <= 5; n++) {
    const body = bookingAt(now, `1${n}:00`, `1${n}:30`, {
      id: anId(n),
      updated_at: new Date().toISOString(),
    });
    await timekit.put(JSON.parse(body.toString()));
  }

  const bookbell = await startWithAddress();
  const page = await opened(bookbell);
  const digest = await daemon.waitFor(({ summary }) => summary === "5 booking updates");
  expect(digest.body).toBe("5 new");
  // Nobody was told of what was there before Bookbell was connected.
  expect(daemon.received).toHaveLength(1);
  // Beside it is the time in which nobody answers at the address, once the probe has found that out.
  await expect
    .poll(async () => {
      const problems = await page.evaluate(() =>
        window.bookbell.activity.list({ tab: "problems", bookingId: null, count: 9 }),
      );
      return problems.ok ? problems.value.lines.map((line) => "gap" in line && line.gap) : problems;
    })
    .toContainEqual(expect.objectContaining({ reason: "not-running", fetched: 5 }));
});
