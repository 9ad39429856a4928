import { createHmac } from "node:crypto";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, type Page } from "@playwright/test";
import type { Bookbell } from "../support/bookbell.ts";
import { bookingAt } from "../support/example.ts";
import { filesWith } from "../support/profile.ts";
import { test } from "./test.ts";

async function openLog(page: Page) {
  await page.getByRole("button", { name: /^Activity/ }).click();
  await page.getByRole("button", { name: "Delivery log" }).click();
}

/** Answers the next "Save as" as a user would, or closes it. */
async function saveTo(bookbell: Bookbell, filePath: string | null) {
  await bookbell.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? "" });
  }, filePath);
}

/** From now on deliveries must be signed: how to post one that is. */
async function signing({ post }: Bookbell, page: Page) {
  const secret = "a signing secret";
  await page.evaluate(
    (secret) => window.bookbell.secrets.set({ name: "signing", secret, plain: true }),
    secret,
  );
  return (body: Buffer) =>
    post(body, {
      "content-type": "application/json",
      "x-timekit-signature": createHmac("sha256", secret).update(body).digest("hex"),
    });
}

test("every delivery is in the log, live, and opens to its bytes", async ({ bookbell, page, now }) => {
  await openLog(page);
  const body = bookingAt(now, "15:00", "16:00");
  await bookbell.post(body);
  await bookbell.post(body);
  await bookbell.post(Buffer.from("{ not json"));
  const lines = page.getByRole("listitem").filter({ has: page.getByRole("button") });
  await expect(lines).toHaveCount(3);
  await expect(lines.nth(0)).toContainText(/couldn’t be read/i);
  await expect(lines.nth(1)).toContainText(/duplicate/i);
  await expect(lines.nth(2)).toContainText("Marty McFly");
  await lines.nth(2).getByRole("button").click();
  await expect(page.getByText("mcfly@timekit.io").first()).toBeVisible();

  await page.getByRole("button", { name: /Copy as curl/ }).click();
  await expect
    .poll(() => bookbell.app.evaluate(({ clipboard }) => clipboard.readText()))
    .toMatch(/^curl -X POST/);
  const curl = await bookbell.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(curl).not.toContain((await bookbell.settings()).token);
  await page.getByRole("button", { name: /^Replay/ }).click();
  await expect(page.getByText(/duplicate/i).first()).toBeVisible();
});

test("bookings and a diagnosis are saved where the user wants them", async ({ bookbell, page, now }) => {
  const folder = await mkdtemp(path.join(tmpdir(), "bookbell-exports-"));
  await bookbell.post(bookingAt(now, "15:00", "16:00"));
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("button", { name: /^Privacy/ }).click();
  for (const kind of ["ICS", "CSV"]) {
    const file = path.join(folder, `bookings.${kind}`);
    await saveTo(bookbell, file);
    await page.getByRole("button", { name: new RegExp(kind) }).click();
    await expect
      .poll(() => readFile(file, "utf8").catch(() => ""))
      .toContain("Doc. Emmett Brown x Marty McFly");
  }
  const file = path.join(folder, "diagnostics.json");
  await saveTo(bookbell, file);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^About/ }).click();
  await page.getByRole("button", { name: /export diagnostics/i }).click();
  await expect.poll(() => readFile(file, "utf8").catch(() => "")).toContain('"delivery first": 1');
  const text = await readFile(file, "utf8");
  for (const secret of [(await bookbell.settings()).token, "McFly", "mcfly", "Hill Valley"])
    expect(text).not.toContain(secret);

  await saveTo(bookbell, null);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Privacy/ }).click();
  await page.getByRole("button", { name: /CSV/ }).click();
  await saveTo(bookbell, "/no/such/folder/bookings.csv");
  await page.getByRole("button", { name: /CSV/ }).click();
  await expect(page.getByText("The file couldn’t be saved.").first()).toBeVisible();
});

test("a customer is forgotten in the window, on the screen and on the disk, and a replay brings nothing back", async ({
  bookbell,
  page,
  daemon,
  now,
}) => {
  const signed = await signing(bookbell, page);
  const body = bookingAt(now, "15:00", "16:00");
  expect(await signed(body)).toBe(204);
  const toast = await daemon.waitFor(({ state }) => state === "shown");
  await expect(page.getByText("Marty McFly").first()).toBeVisible();
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("button", { name: /^Privacy/ }).click();
  await page.getByRole("button", { name: "Forget…" }).click();
  await page.getByLabel("The customer’s email address").fill("mcfly@timekit.io");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("alert").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText(/Deleted 1 booking, 1 delivery,? (and )?1 alert/).first()).toBeVisible();
  await daemon.waitFor((one) => one === toast && one.state === "closed");
  expect(filesWith(bookbell.profile, ["McFly", "mcfly@"], [body])).toEqual([]);
  for (const _ of ["the section", "the settings"]) await page.keyboard.press("Escape");
  await expect(page.getByText("Marty McFly")).toHaveCount(0);
  // Who uses the window sees a change in its row, and is not notified.
  await page.keyboard.press("Escape");
  await expect.poll(bookbell.isOpen).toBe(false);
  expect(await signed(body)).toBe(204);
  // What comes after it is told, and nothing but that.
  expect(await signed(bookingAt(now, "17:00", "18:00", { id: "another" }))).toBe(204);
  await daemon.waitFor(({ body }) => body.startsWith("Today 17:00"));
  expect(daemon.received).toHaveLength(2);
  await expect(page.locator("li[data-id]")).toHaveCount(1);
});
