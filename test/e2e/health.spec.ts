import { createHmac } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, type Page } from "@playwright/test";
import { opened, postTo } from "../support/bookbell.ts";
import { bookingAt } from "../support/example.ts";
import { payload } from "../support/timekit-payloads.ts";
import { test } from "./test.ts";

const json = { "content-type": "application/json" };
const signedWith = (secret: string, body: Buffer) => ({
  ...json,
  "x-timekit-signature": createHmac("sha256", secret).update(body).digest("hex"),
});
const line = (page: Page, text: string) => page.locator(".status-what", { hasText: text });
const refusing = "the signature doesn’t match";

test("a wrong signing secret is said with the first delivery, in window, tray and log, also after a restart", async ({
  start,
  desktop,
  tray,
  port,
  now,
}) => {
  const settings = {
    port,
    setup: "done",
    secrets: { signing: { kept: "plain", data: "the old secret" } },
  };
  await mkdir(path.join(desktop.dir, "profile"), { recursive: true });
  await writeFile(path.join(desktop.dir, "profile", "settings.json"), JSON.stringify(settings));
  const first = await start();
  const before = await opened(first);
  await expect(before.locator(".footer")).toContainText("Not set up");

  const body = bookingAt(now, "15:00", "16:00");
  expect(await first.post(body, signedWith("the new secret", body))).toBe(401);
  await expect(line(before, `1 booking refused: ${refusing}.`)).toBeVisible();
  await expect(before.locator(".footer")).toContainText("Rejecting bookings");
  await first.post(body, signedWith("the new secret", body));
  await expect(line(before, `2 bookings refused: ${refusing}.`)).toBeVisible();
  await first.quit();

  const bookbell = await start();
  const page = await opened(bookbell);
  await expect(line(page, `2 bookings refused: ${refusing}.`)).toBeVisible();
  const item = await tray.nextItem();
  const labels = async () => (await item.menu()).map(({ label }) => label);
  expect(await labels()).toContain(`2 bookings refused: ${refusing}.`);
  expect(await item.tooltip()).toBe(`2 bookings refused: ${refusing}.`);
  await page.getByRole("button", { name: /^Activity/ }).click();
  await page.getByRole("button", { name: "Delivery log" }).click();
  await expect(page.getByRole("button", { name: /Refused.*signature/ })).toHaveCount(2);
  await page
    .getByRole("button", { name: /Refused.*signature/ })
    .first()
    .click();
  await expect(page.getByText("Not stored")).toBeVisible();
  await expect(page.getByRole("button", { name: "Replay" })).toHaveCount(0);
  for (const _ of ["log", "activity", "today"]) await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Enter secret" }).click();
  await page.getByLabel("Timekit’s signing secret").fill("the new secret");
  await page.keyboard.press("Enter");
  await expect.poll(labels).not.toContain(`2 bookings refused: ${refusing}.`);
  // Until then Esc would end the form.
  await expect(page.getByLabel("Timekit’s signing secret")).toHaveCount(0);
  await page.keyboard.press("Escape");
  expect(await bookbell.post(body, signedWith("the new secret", body))).toBe(204);
  await expect(page.locator(".footer")).toContainText("Not set up");
});

test("a rightly signed delivery ends what was said of a wrong one, and strangers are never told of", async ({
  start,
  desktop,
  port,
  now,
}) => {
  const settings = { port, setup: "done", secrets: { signing: { kept: "plain", data: "a secret" } } };
  await mkdir(path.join(desktop.dir, "profile"), { recursive: true });
  await writeFile(path.join(desktop.dir, "profile", "settings.json"), JSON.stringify(settings));
  const bookbell = await start();
  const page = await opened(bookbell);
  const body = bookingAt(now, "15:00", "16:00");
  const other = (await bookbell.url()).replace(/[^/]+$/, "w".repeat(43));

  expect(await postTo(other, body, json)).toBe(404);
  expect(await postTo(other, body, signedWith("not the secret", body))).toBe(404);
  await bookbell.post(body, json);
  await expect(line(page, `1 booking refused: ${refusing}.`)).toBeVisible();
  await expect(line(page, "old address")).toHaveCount(0);
  expect(await bookbell.post(body, signedWith("a secret", body))).toBe(204);
  await expect(line(page, refusing)).toHaveCount(0);

  // Nobody but Timekit has the secret: this is an address of an earlier Bookbell's.
  expect(await postTo(other, body, signedWith("a secret", body))).toBe(404);
  await expect(line(page, "Bookings still go to an old address.")).toBeVisible();
  await page.getByRole("button", { name: /^Dismiss: Bookings still go/ }).click();
  await expect(line(page, "old address")).toHaveCount(0);
});

test("what cannot be read is said until it was looked at", async ({ bookbell, page }) => {
  expect(await bookbell.post(Buffer.from("{}"))).toBe(400);
  await expect(line(page, "1 delivery couldn’t be read.")).toBeVisible();
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByRole("button", { name: /Couldn’t be read/ })).toBeVisible();
  for (const _ of ["log", "activity"]) await page.keyboard.press("Escape");
  await expect(line(page, "couldn’t be read")).toHaveCount(0);
});

test("a clock that is hours behind is said with the first webhook, and by how much", async ({
  bookbell,
  page,
  tray,
  now,
}) => {
  const changed = (at: number) => ({ updated_at: new Date(at).toISOString() });
  await bookbell.post(bookingAt(now, "15:00", "16:00", changed(now + 5 * 3_600_000)));
  // Beside that it is not set up, which is worse; and where its Electron is too old, that, too.
  await page.getByRole("button", { name: /^and \d more$/ }).click();
  await expect(line(page, "This computer’s clock is 5 h behind.")).toBeVisible();
  const item = await tray.nextItem();
  expect((await item.menu()).map(({ label }) => label)).toContain("Bookbell can’t receive bookings yet.");
  await bookbell.post(bookingAt(now, "17:00", "18:00", { id: "in-time", ...changed(now) }));
  await expect(line(page, "clock")).toHaveCount(0);
});

test("a booking that is announced to nobody leaves a line in the open window, which leads to it", async ({
  bookbell,
  page,
}) => {
  expect(await bookbell.post(payload("help-article.instant.confirmed"))).toBe(204);
  const came = page.getByText(/^Received a booking for .*2017, already over: not announced\.$/);
  await expect(came.first()).toBeVisible();
  await expect(page.getByRole("status")).toContainText("already over: not announced");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Set up Bookbell");
  await expect(page.getByText("2017").first()).toBeVisible();
});
