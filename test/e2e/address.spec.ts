import { createHmac } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, type Page } from "@playwright/test";
import { type Bookbell, opened, postTo } from "../support/bookbell.ts";
import { bookingAt } from "../support/example.ts";
import { rowOf, test } from "./test.ts";

const json = { "content-type": "application/json" };

/** What the settings' "Copy local URL" puts on the clipboard. */
async function copied({ app }: Bookbell): Promise<string> {
  await (await app.firstWindow()).evaluate(() => window.bookbell.address.copy(null));
  return app.evaluate(({ clipboard }) => clipboard.readText());
}

const line = (page: Page, text: string) => page.locator(".status-what", { hasText: text });

async function openReceiving(page: Page) {
  await page.keyboard.press("Control+,");
  await page.getByRole("button", { name: /^Receiving/ }).click();
}

async function backToToday(page: Page) {
  for (const _ of ["the section", "the settings"]) await page.keyboard.press("Escape");
}

/** From now on this system has a keyring that takes what it is given. */
const giveKeyring = ({ app }: Bookbell) =>
  app.evaluate(({ safeStorage }) => {
    safeStorage.setUsePlainTextEncryption(true);
    safeStorage.getSelectedStorageBackend = () => "gnome_libsecret";
  });

test("a new address works beside the old one, until that is ended", async ({
  bookbell,
  page,
  daemon,
  now,
}) => {
  const old = await bookbell.url();
  const post = async (url: string, start: string, id: string) =>
    postTo(url, bookingAt(now, start, "18:00", { id }), json);
  await openReceiving(page);
  await page.getByRole("button", { name: "Renew the webhook URL" }).click();
  await page.getByRole("button", { name: "Renew", exact: true }).last().click();
  await expect(page.getByText(/Works until .*Nothing has come over it since/)).toBeVisible();
  const renewed = await copied(bookbell);
  expect(renewed).not.toBe(old);

  expect(await post(renewed, "15:00", "a")).toBe(204);
  await daemon.waitFor(({ body }) => body.startsWith("Today 15:00"));
  expect(await post(old, "16:00", "b")).toBe(204);
  await daemon.waitFor(({ body }) => body.startsWith("Today 16:00"));
  await expect(page.getByText(/1 booking came over it since/)).toBeVisible();
  await backToToday(page);
  // Beside that it is not set up, which is worse.
  const problems = page.locator(".footer-state");
  await problems.click();
  const warning = line(page, "your old address, which ends within a day.");
  await expect(warning).toBeVisible();

  await openReceiving(page);
  await page.getByRole("button", { name: "End now: the old webhook URL" }).click();
  await page.getByRole("button", { name: "End now", exact: true }).last().click();
  await backToToday(page);
  await problems.click();
  await expect(page.locator(".status-what").first()).toBeVisible();
  await expect(warning).toHaveCount(0);
  expect([await post(old, "17:00", "c"), await post(renewed, "17:30", "d")]).toEqual([404, 204]);
  await expect(line(page, "Bookings still go to your old address.")).toBeVisible();
});

test("an address that the keyring does not give after a restart is the same, and bookings arrive", async ({
  start,
  now,
}) => {
  const first = await start();
  const page = await opened(first);
  await giveKeyring(first);
  await page.evaluate(() => window.bookbell.address.renew("timekit"));
  await page.evaluate(() =>
    window.bookbell.secrets.set({ name: "signing", secret: "a secret", plain: false }),
  );
  const address = await copied(first);
  const token = address.split("/").at(-1) ?? "";
  expect(token).toMatch(/^[\w-]{43}$/);
  await first.quit();
  const kept = await readFile(path.join(first.profile, "settings.json"), "utf8");
  expect(kept).not.toContain(token);

  const second = await start();
  const after = await opened(second);
  const unreadable = line(after, "keyring doesn’t give Bookbell its own address.");
  await expect(unreadable).toBeVisible();
  const hook = (await second.url()).replace(/[^/]*$/, token);
  const body = bookingAt(now, "15:00", "16:00");
  const signature = createHmac("sha256", "a secret").update(body).digest("hex");
  const post = () => postTo(hook, body, { ...json, "x-timekit-signature": signature });
  // The signing secret is as far out of reach: nothing is believed, and nothing refused.
  expect(await post()).toBe(503);
  await expect(line(after, "The signing secret can’t be read.")).toBeVisible();
  expect(JSON.parse(kept).address.newest).toBe((await second.settings()).address.newest);

  await giveKeyring(second);
  // Beside that the signing secret cannot be read, which is worse.
  await after.locator(".footer-state").click();
  await after.getByRole("button", { name: "Try again" }).first().click();
  await after.keyboard.press("Escape");
  await expect(unreadable).toHaveCount(0);
  expect(await post()).toBe(204);
  await expect(rowOf(after, "Marty McFly")).toBeVisible();
  expect(await copied(second)).toBe(hook);
});

test("while Timekit’s signing secret is renewed, either is right", async ({ bookbell, page, now }) => {
  const send = async (secret: string, id: string) => {
    const body = bookingAt(now, "15:00", "16:00", { id });
    const signature = createHmac("sha256", secret).update(body).digest("hex");
    return bookbell.post(body, { ...json, "x-timekit-signature": signature });
  };
  await page.evaluate(() => window.bookbell.window.dismiss("unchecked"));
  expect((await bookbell.settings()).uncheckedKnown).toBe(true);
  for (const secret of ["the old", "the new"])
    await page.evaluate(
      (secret) => window.bookbell.secrets.set({ name: "signing", secret, plain: true }),
      secret,
    );
  expect([await send("the old", "a"), await send("another", "b")]).toEqual([204, 401]);
  await page.keyboard.press("Control+,");
  for (const name of [/^Booking services/, /^Timekit/]) await page.getByRole("button", { name }).click();
  await expect(page.getByText("until a week after the first delivery signed with the new one")).toBeVisible();
  expect(await send("the new", "c")).toBe(204);
  await expect(page.getByText(/^Still accepted until/)).toBeVisible();
  await page.getByRole("button", { name: "Remove the secret before" }).click();
  await page.getByRole("button", { name: "Remove", exact: true }).last().click();
  await expect(page.getByText("The secret before")).toHaveCount(0);
  expect([await send("the old", "d"), await send("the new", "e")]).toEqual([401, 204]);
});
