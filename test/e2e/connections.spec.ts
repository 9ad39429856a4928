import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "@playwright/test";
import { postTo } from "../support/bookbell.ts";
import { startCalcomApi } from "../support/calcom-api.ts";
import { startCalendlyApi } from "../support/calendly-api.ts";
import { mayTrace, sentTo, traced } from "../support/connections.ts";
import { Child, type Env } from "../support/desktop/child.ts";
import { bookingAt } from "../support/example.ts";
import { pageOf, urlOf, watched } from "../support/launched.ts";
import { ruled } from "../support/ruled-profile.ts";
import { startTakers } from "../support/takers.ts";
import { startTimekitApi } from "../support/timekit-api.ts";
import { rowOf, test } from "./test.ts";
import { viewOf } from "./view.ts";

test.beforeEach(() => test.skip(!mayTrace(), "This machine lets nobody watch a program."));

const repository = path.join(import.meta.dirname, "../..");
const token = "a".repeat(43);

/** Bookbell with everything it sends to the network noted, by every one of its processes. */
async function startTraced(env: Env, dir: string, port: number, settings: object) {
  const [profile, trace] = [path.join(dir, "traced"), path.join(dir, "trace")];
  await mkdir(profile, { recursive: true });
  await writeFile(
    path.join(profile, "settings.json"),
    JSON.stringify({ port, token, setup: "done", ...settings }),
  );
  const args = ["--no-sandbox", watched, `--user-data-dir=${profile}`, repository];
  const { program, args: all } = traced(trace, process.env.BOOKBELL_ELECTRON ?? "", args);
  const bookbell = new Child(program, all, env);
  const page = await pageOf(bookbell);
  await page.getByRole("contentinfo").waitFor();
  const post = async (body: Buffer) => postTo(await urlOf(bookbell, token), body);
  return { page, post, sent: () => sentTo(trace), end: () => bookbell.end() };
}

test("with neither tunnel nor key nothing at all is sent to the network", async ({
  desktop,
  daemon,
  port,
  now,
}) => {
  const { page, post, sent, end } = await startTraced(desktop.env, desktop.dir, port, {});
  try {
    expect(await post(bookingAt(now, "15:00", "16:00"))).toBe(204);
    await daemon.waitFor(({ state }) => state === "shown");
    await expect(rowOf(page, "15:00")).toBeVisible();
    expect(await sent()).toEqual([]);
  } finally {
    await end();
  }
  expect(await sent()).toEqual([]);
});

test("with a rule only its destination is, and nobody once it is off", async ({
  desktop,
  daemon,
  port,
  now,
}) => {
  const takers = await startTakers();
  const file = path.join(desktop.dir, "traced/bookings.sqlite");
  await mkdir(path.dirname(file));
  const { store, settings } = ruled(file, [{ kind: "url", address: takers.url }]);
  store.close();
  const { page, post, sent, end } = await startTraced(desktop.env, desktop.dir, port, settings);
  try {
    const updated_at = new Date(Date.now() + 1_000).toISOString();
    const got = takers.next();
    expect(await post(bookingAt(now, "15:00", "16:00", { updated_at }))).toBe(204);
    await got;
    expect(await sent()).toEqual([`tcp ${new URL(takers.origin).host}`]);

    for (const { since: _, ...rule } of (await viewOf(page)).rules)
      await page.evaluate((off) => window.bookbell.destinations.saveRule(off), { ...rule, on: false });
    const changes = { id: "later", updated_at: new Date(Date.now() + 2_000).toISOString() };
    expect(await post(bookingAt(now, "16:00", "17:00", changes))).toBe(204);
    await daemon.waitFor(({ summary, body }) => `${summary} ${body}`.includes("16:00"));
    expect(takers.got).toHaveLength(1);
  } finally {
    await end();
    await takers.stop();
  }
  expect(await sent()).toEqual([`tcp ${new URL(takers.origin).host}`]);
});

test("with a tunnel and keys only the public address and their services are, and none once they are off", async ({
  desktop,
  daemon,
  port,
  now,
}) => {
  const timekit = await startTimekitApi();
  const calcom = await startCalcomApi();
  const calendly = await startCalendlyApi();
  const services = { timekit, calcom, calendly };
  const env = {
    ...desktop.env,
    BOOKBELL_TIMEKIT_API: timekit.url,
    BOOKBELL_CALCOM_API: calcom.url,
    BOOKBELL_CALENDLY_API: calendly.url,
  };
  const plain = (data: string) => ({ kept: "plain", data });
  const secrets = {
    timekit: plain(timekit.key),
    calcom: plain(calcom.key),
    calendly: plain(calendly.token),
  };
  const { page, post, sent, end } = await startTraced(env, desktop.dir, port, { secrets });
  try {
    await page.evaluate(() =>
      window.bookbell.tunnel.change({ kind: "own-url", ownUrl: "https://somewhere.example.test" }),
    );
    const apis = Object.values(services).map(({ url }) => `tcp ${new URL(url).host}`);
    await expect.poll(sent).toEqual(expect.arrayContaining(apis));
    await expect.poll(sent).toContainEqual(expect.stringMatching(/^udp .*somewhere/));
    const other = (await sent()).filter(
      (one) => !apis.includes(one) && !/^udp .*somewhere.example.test/.test(one),
    );
    expect(other).toEqual([]);

    await page.evaluate(() => window.bookbell.tunnel.change({ kind: "off" }));
    await page.evaluate(async () => {
      for (const name of ["timekit", "calcom", "calendly"] as const)
        await window.bookbell.secrets.set({ name, secret: null, plain: false });
    });
    const before = await sent();
    expect(await post(bookingAt(now, "15:00", "16:00"))).toBe(204);
    await daemon.waitFor(({ state }) => state === "shown");
    expect(await sent()).toEqual(before);
  } finally {
    await end();
    for (const { stop } of Object.values(services)) await stop();
  }
});
