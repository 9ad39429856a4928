import { createHmac } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, type Page } from "@playwright/test";
import { opened } from "../support/bookbell.ts";
import { bookingAt } from "../support/example.ts";
import { freePort } from "../support/system.ts";
import { rowOf, test } from "./test.ts";

async function openSettings(page: Page, ...rows: readonly RegExp[]) {
  await page.getByRole("button", { name: "Settings", exact: true }).click();
  for (const name of rows) await page.getByRole("button", { name }).click();
}
async function openAdvanced(page: Page) {
  await openSettings(page, /^Receiving/);
  await page.getByText("Advanced").click();
}

test("the whole address is copied, though the page never sees its token", async ({ bookbell, page }) => {
  await expect(page.getByRole("button", { name: /Copy/ })).toHaveCount(0);
  await openSettings(page, /^Receiving/);
  await expect(page.getByText("Only works on this computer: Timekit can’t reach it.")).toBeVisible();
  await page.getByRole("button", { name: "Copy local URL" }).click();
  await expect(page.getByText("Copied").first()).toBeVisible();
  const forTimekit = { graph: "instant", state: "confirmed" };
  expect(await page.evaluate((pair) => window.bookbell.address.copy(pair), forTimekit)).toMatchObject({
    ok: false,
    error: { code: "no-public-address" },
  });
  expect(await bookbell.app.evaluate(({ clipboard }) => clipboard.readText())).toBe(await bookbell.url());
  expect(await page.content()).not.toContain((await bookbell.settings()).token);
});

test("the answer Timekit expects can be chosen", async ({ bookbell, page, now }) => {
  await openAdvanced(page);
  await page.getByRole("radio", { name: "200" }).check();
  await expect.poll(async () => (await bookbell.settings()).successCode).toBe(200);
  expect(await bookbell.post(bookingAt(now, "15:00", "16:00"))).toBe(200);
});

test("hours can be counted to 12 whatever the system does", async ({ bookbell, page, now }) => {
  await bookbell.post(bookingAt(now, "15:00", "16:00"));
  await expect(rowOf(page, "15:00")).toBeVisible();
  await openSettings(page, /^Appearance/);
  await page.getByRole("radio", { name: "12-hour" }).check();
  for (const _ of ["the section", "the settings"]) await page.keyboard.press("Escape");
  await expect(rowOf(page, "Marty McFly")).toContainText(/3:00\spm/);
});

test("another port is listened on at once", async ({ bookbell, page, port, now }) => {
  const other = String(await freePort(port + 1));
  await openAdvanced(page);
  await page.getByLabel("Port", { exact: true }).fill(other);
  await page.keyboard.press("Enter");
  await expect.poll(async () => new URL(await bookbell.url()).port).toBe(other);
  for (const _ of ["the section", "the settings"]) await page.keyboard.press("Escape");
  await expect(page.getByRole("contentinfo")).toContainText("Not set up");
  expect(await bookbell.post(bookingAt(now, "15:00", "16:00"))).toBe(204);
});

test("with a signing secret only what Timekit signed is taken, and the secret is not on the disk", async ({
  start,
  bookbell,
  page,
  now,
}) => {
  const secret = "a secret of Timekit's making";
  await openSettings(page, /^Booking services/, /^Timekit/);
  await page.getByRole("button", { name: "Set secret" }).click();
  await page.getByLabel("Timekit’s signing secret").fill(secret);
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await bookbell.settings()).secrets.signing).toEqual({ kept: "session" });

  const body = bookingAt(now, "15:00", "16:00");
  const signature = createHmac("sha256", secret).update(body).digest("hex");
  const json = { "content-type": "application/json" };
  expect(await bookbell.post(body)).toBe(401);
  expect(await bookbell.post(body, { ...json, "x-timekit-signature": signature })).toBe(204);
  for (const file of ["settings.json", "logs/main.log"])
    expect(await readFile(path.join(bookbell.profile, file), "utf8")).not.toContain(secret);

  // Without a keyring it is gone after a restart: then nothing is believed, and the user is told.
  await bookbell.quit();
  const second = await start();
  const again = await opened(second);
  await expect(again.getByText(/secret/i).first()).toBeVisible();
  expect(await second.post(body, { ...json, "x-timekit-signature": signature })).toBe(503);
});

test("names, mails, bodies and secrets never reach the log", async ({ bookbell, page, now, daemon }) => {
  await bookbell.post(bookingAt(now, "15:00", "16:00"));
  await bookbell.post(Buffer.from("{ marty@example.net"));
  await daemon.waitFor(({ state }) => state === "shown");
  await expect(rowOf(page, "Marty McFly")).toBeVisible();
  const { token } = await bookbell.settings();
  // What was refused is counted, and written once a minute and at the end.
  await bookbell.quit();
  const log = await readFile(path.join(bookbell.profile, "logs/main.log"), "utf8");
  expect(log).toContain('"400 unreadable":1');
  for (const secret of [token, "McFly", "@", "Hill Valley"]) expect(log).not.toContain(secret);
});
