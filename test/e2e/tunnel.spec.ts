import { expect } from "@playwright/test";
import type { Settings } from "../../main/settings/schema.ts";
import { opened } from "../support/bookbell.ts";
import { bookingAt, exampleAt } from "../support/example.ts";
import { rowOf } from "./test.ts";
import { viewOf } from "./view.ts";
import { test } from "./with-tunnel.ts";

const withKey = (key: string): Partial<Settings> => ({ secrets: { timekit: { kept: "plain", data: key } } });
/** What changed before Bookbell was connected to Timekit would not be told. */
const changedNow = () => ({ updated_at: new Date().toISOString() });
const anId = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;

test("a server's key is trusted once, and then bookings arrive through it", async ({
  startWithTunnel,
  daemon,
  deliver,
  sshd,
  now,
}) => {
  const bookbell = await startWithTunnel({}, "");
  const page = await opened(bookbell);
  await page.getByRole("button", { name: "Open settings" }).click();
  await expect(page.getByText(sshd.hostFingerprint)).toBeVisible();
  await page.getByRole("button", { name: "Trust this key" }).click();
  await expect(page.getByText(/^(Receiving|Reachable) through 127\.0\.0\.1/)).toBeVisible();
  expect((await bookbell.settings()).tunnel.ssh.hostKey).toBe(sshd.hostFingerprint);

  expect(await deliver(bookbell, bookingAt(now, "15:00", "16:00"))).toBe(204);
  await daemon.waitFor(({ state, summary }) => state === "shown" && summary === "New booking: Marty McFly");
  expect(daemon.received).toHaveLength(1);
});

test.describe("a web server that keeps back what Timekit posts", () => {
  test.use({ blocked: "/hooks" });
  test("is told, whatever else it lets through", async ({ startWithTunnel }) => {
    const page = await opened(await startWithTunnel());
    const status = page.getByRole("region", { name: "Needs attention" });
    await expect(status).toContainText("public address answers, but doesn’t lead here");
    await expect(page.getByText("Receiving", { exact: true })).toHaveCount(0);
  });
});

test("a tunnel that breaks off is back by itself", async ({ startWithTunnel, deliver, sshd, now }) => {
  const bookbell = await startWithTunnel();
  const page = await opened(bookbell);
  const receiving = page.getByRole("contentinfo").getByText("Receiving", { exact: true });
  await expect(receiving).toBeVisible();
  await sshd.killSessions();
  const begun = Date.now();
  await expect
    .poll(() => deliver(bookbell, bookingAt(now, "15:00", "16:00")), { intervals: [100] })
    .toBe(204);
  console.log(`Back ${Date.now() - begun} ms after the session was killed`);
  await expect(rowOf(page, "Marty McFly")).toBeVisible();
});

test("a tunnel that is up stays while another way is set up, and is opened anew for its own", async ({
  startWithTunnel,
  sshd,
}) => {
  const page = await opened(await startWithTunnel());
  const receiving = page.getByRole("contentinfo").getByText("Receiving", { exact: true });
  await expect(receiving).toBeVisible();
  const signedIn = async () => (await sshd.log()).match(/Accepted publickey/g)?.length;
  expect(await signedIn()).toBe(1);
  const changed = await page.evaluate(async () => [
    await window.bookbell.tunnel.change({ ngrokDomain: "bell.ngrok.app" }),
    await window.bookbell.secrets.set({ name: "ngrok", secret: "a token", plain: true }),
    // Asked after these, so whatever they led to is under way.
    await window.bookbell.window.view(),
  ]);
  expect(changed).toMatchObject([{ ok: true }, { ok: true }, { ok: true }]);
  await expect(receiving).toBeVisible();
  expect(await signedIn()).toBe(1);
  await page.evaluate(() =>
    window.bookbell.secrets.set({ name: "ssh", secret: "a passphrase", plain: true }),
  );
  await expect.poll(signedIn).toBe(2);
});

test("while the server is away it is said, the gap is kept, and what was missed is fetched and told once", async ({
  startWithTunnel,
  deliver,
  daemon,
  tray,
  sshd,
  timekit,
  now,
}) => {
  const bookbell = await startWithTunnel(withKey(timekit.key));
  const page = await opened(bookbell);
  const footer = page.getByRole("contentinfo");
  await expect(footer).toContainText("Receiving");
  const item = await tray.nextItem();
  await expect.poll(async () => (await item.menu()).map(({ label }) => label)).toContain("Receiving");

  await sshd.stop();
  let begun = Date.now();
  await expect(footer).toContainText("Not receiving since");
  console.log(`Noticed ${Date.now() - begun} ms after the server was gone`);
  await expect.poll(() => item.tooltip()).toMatch(/tunnel|address/i);
  // On this computer Bookbell goes on taking what comes.
  expect(await bookbell.post(bookingAt(now, "18:00", "19:00", { id: anId(8) }))).toBe(204);

  const missed = JSON.parse(bookingAt(now, "15:00", "16:00", { id: anId(1), ...changedNow() }).toString());
  await timekit.put(missed);
  begun = Date.now();
  await sshd.start();
  await expect(footer).toContainText("Receiving");
  console.log(`Receiving ${Date.now() - begun} ms after the server was back`);
  await expect(rowOf(page, "15:00")).toBeVisible();
  await daemon.waitFor(({ body, state }) => state === "shown" && body.startsWith("Today 15:00"));
  // Timekit tries again later: that is a repetition.
  expect(await deliver(bookbell, Buffer.from(JSON.stringify(missed)))).toBe(204);
  expect(daemon.received.filter(({ body }) => body.startsWith("Today 15:00"))).toHaveLength(1);

  // It is noted once all of Timekit's pages are read, which is after the booking was told.
  await expect
    .poll(() =>
      page.evaluate(() => window.bookbell.activity.list({ tab: "problems", bookingId: null, count: 9 })),
    )
    .toMatchObject({ ok: true, value: { lines: [{ gap: { to: expect.any(Number), fetched: 1 } }] } });
});

test("the tray icon has a ring before a meeting, and none while nothing arrives", async ({
  startWithTunnel,
  tray,
  sshd,
  now,
}) => {
  const bookbell = await startWithTunnel();
  const item = await tray.nextItem();
  const state = async () => (await item.menu()).map(({ label }) => label);
  await expect.poll(state).toContain("Receiving");
  // Its left edge is full until half of the ten minutes is over.
  const ring = async () => {
    const { width, bytes } = await item.icon();
    return Math.max(...[0, 1, 2].map((x) => bytes[(Math.floor(width / 2) * width + x) * 4] ?? 0));
  };
  expect(await ring()).toBe(0);
  await bookbell.post(exampleAt(now, new Date(now + 8 * 60_000), new Date(now + 30 * 60_000)));
  await expect.poll(ring).toBeGreaterThan(200);
  await sshd.stop();
  await expect.poll(ring).toBe(0);
});

test("a tunnel that hangs is noticed, and opened anew", async ({ startWithTunnel, deliver, sshd, now }) => {
  const bookbell = await startWithTunnel();
  const page = await opened(bookbell);
  const footer = page.getByRole("contentinfo");
  await expect(footer).toContainText("Receiving");
  // It may be back before a test that only looks now and then has seen it gone.
  const noticed = page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const seen = new MutationObserver(() => {
          if (document.querySelector("footer")?.textContent?.includes("Receiving")) return;
          seen.disconnect();
          resolve();
        });
        seen.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
  );
  await sshd.freezeSessions();
  const begun = Date.now();
  await noticed;
  console.log(`Noticed ${Date.now() - begun} ms after the session hung`);
  await expect(footer).toContainText("Receiving");
  expect(await deliver(bookbell, bookingAt(now, "15:00", "16:00"))).toBe(204);
  await sshd.thawSessions();
});

test("a test booking proves the whole way, and nothing of it is left", async ({
  startWithTunnel,
  daemon,
  sshd,
}) => {
  const bookbell = await startWithTunnel();
  const page = await opened(bookbell);
  await expect(page.getByRole("contentinfo")).toContainText("Receiving");
  const ask = () => page.evaluate(() => window.bookbell.proof.run());
  const proof = async () => (await viewOf(page)).proof;
  await ask();
  await expect.poll(async () => Object.keys((await proof())?.reached ?? {})).toHaveLength(5);
  expect((await proof())?.failed).toBeNull();
  await daemon.waitFor(({ summary }) => summary === "New booking: Bookbell test");
  await expect(rowOf(page, "Bookbell test")).toBeHidden();
  expect(
    await page.evaluate(() => window.bookbell.deliveries.list({ before: null, only: "everything" })),
  ).toMatchObject({
    value: { lines: [] },
  });

  await sshd.stop();
  await expect(page.getByRole("contentinfo")).toContainText("Not receiving since");
  await ask();
  await expect.poll(async () => (await proof())?.failed?.step).toBe("tunnel");
});

test("webhooks are registered with the key, follow a new address, and Timekit's own deliveries arrive", async ({
  startWithTunnel,
  daemon,
  timekit,
  now,
}) => {
  const bookbell = await startWithTunnel({ secrets: { timekit: { kept: "plain", data: timekit.key } } });
  const page = await opened(bookbell);
  await expect(page.getByRole("contentinfo")).toContainText("Receiving");
  const answer = await page.evaluate(() => window.bookbell.timekit.registerWebhooks(["instant"]));
  expect(answer).toMatchObject({ ok: true });
  expect([...timekit.webhooks.values()].map(({ state }) => state)).toContain("confirmed");
  expect([...timekit.webhooks.values()].every(({ url }) => url.startsWith("https://127.0.0.1"))).toBe(true);
  const before = (await bookbell.url()).split("/").at(-1) ?? "";
  await page.evaluate(() => window.bookbell.address.renew("timekit"));
  // The webhooks follow by themselves.
  await expect
    .poll(() => [...timekit.webhooks.values()].filter(({ url }) => url.includes(before)).length)
    .toBe(0);
  const { pathname } = new URL(await bookbell.url());
  expect([...timekit.webhooks.values()].every(({ url }) => url.includes(`${pathname}?`))).toBe(true);
  expect(JSON.stringify((await bookbell.settings()).webhooks)).not.toContain(pathname.split("/").at(-1));
  // The stand-in posts without knowing the test's certificate: what counts is that it knows where to.
  await timekit.put(
    JSON.parse(bookingAt(now, "15:00", "16:00", { id: anId(2), ...changedNow() }).toString()),
  );
  await page.evaluate(() => window.bookbell.timekit.catchUp());
  await daemon.waitFor(({ body }) => body.startsWith("Today 15:00"));
});

test("a key that Timekit refuses is not kept", async ({ startWithTunnel }) => {
  const bookbell = await startWithTunnel();
  const page = await opened(bookbell);
  const answer = await page.evaluate(() =>
    window.bookbell.secrets.set({ name: "timekit", secret: "live_api_key_wrong", plain: true }),
  );
  expect(answer).toMatchObject({ ok: false, error: { code: "timekit-key-refused" } });
  expect((await bookbell.settings()).secrets.timekit ?? null).toBeNull();
});
