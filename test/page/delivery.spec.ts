import { expect, type Page } from "@playwright/test";
import { delivery, hostileLog, openDelivery, openLog, typicalLog } from "./deliveries.ts";
import { test } from "./page-test.ts";
import { typicalDay, view } from "./views.ts";

const problem = { code: "internal" } as const;
const body = (page: Page) => page.getByRole("region", { name: "Body" });
const seqs = (page: Page, name: "deliveries.replay" | "deliveries.copyAsCurl") =>
  page.evaluate(
    (name) => window.mock.calls.filter((call) => call.name === name).map((call) => call.input),
    name,
  );

test("a delivery shows its facts, headers and body", async ({ open }) => {
  const page = await open(view(typicalDay), { deliveries: typicalLog });
  await openDelivery(page, 7);
  await expect(page.getByRole("heading", { name: "Jennifer Parker" })).toBeVisible();
  await expect(page.locator("dt")).toHaveText([
    "Received",
    "Delay",
    "Change",
    "Booking",
    "Size",
    "content-type",
    "user-agent",
  ]);
  await expect(page.locator("dd")).toHaveText([
    "Mon, 23 Nov, 14:22",
    "2 s",
    "Moved",
    "6f0c9e7a-6f5d-4c5d-9c1b-0d8f4d1c2a3b",
    "32 bytes",
    "application/json",
    "Timekit-Webhooks/1.0",
  ]);
  await expect(body(page)).toHaveText('{\n  "id": "b-7",\n  "state": "confirmed"\n}');
  await page.getByRole("button", { name: "As received" }).click();
  await expect(body(page)).toHaveText('{"id":"b-7","state":"confirmed"}');
  await expect(page.getByRole("button", { name: "As received" })).toHaveAttribute("aria-pressed", "true");
});

test("one that came again and again says how often", async ({ open }) => {
  const page = await open(view(typicalDay), { deliveries: typicalLog });
  await openDelivery(page, 6);
  await expect(page.getByRole("term").filter({ hasText: "Came again" })).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: "284 more times" })).toBeVisible();
});

test("one that couldn’t be read says why and shows its body as it came", async ({ open }) => {
  const page = await open(view(typicalDay), { deliveries: typicalLog });
  await openDelivery(page, 3);
  await expect(page.getByText("The body is not JSON.")).toBeVisible();
  await expect(body(page)).toHaveText("attendee=marty&when=soon");
  await expect(page.getByRole("button", { name: "As received" })).toHaveCount(0);
});

test("one that a relay had and nobody known has signed waits for the secret, and is not replayed", async ({
  open,
}) => {
  const unsigned = delivery(3, 1, {
    via: "relay",
    verdict: "unreadable",
    reason: { code: "unsigned" },
    who: "",
    bookingId: null,
  });
  const page = await open(view(typicalDay), { deliveries: [unsigned] });
  await openDelivery(page, 3);
  await expect(
    page.getByText("The signature doesn’t match: Bookbell looks again when the secret changes."),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: "Copy as curl" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Replay" })).toHaveCount(0);
});

test("replaying says what came of it, in place and spoken, and lands in the log", async ({ open }) => {
  const page = await open(view(typicalDay), { deliveries: typicalLog });
  await openDelivery(page, 9);
  await page.getByRole("button", { name: "Replay" }).click();
  await expect(page.locator(".outcome")).toHaveText("Nothing new: it was a duplicate.");
  await expect(page.getByRole("status")).toHaveText("Nothing new: it was a duplicate.");
  expect(await seqs(page, "deliveries.replay")).toEqual([9]);
  await page.evaluate(() => Object.assign(window.mock.answers, { replay: "newer" }));
  await page.getByRole("button", { name: "Replay" }).click();
  await expect(page.locator(".outcome")).toHaveText("Applied to the booking.");
  await page.evaluate((problem) => window.mock.refuse("deliveries.replay", problem), problem);
  await page.getByRole("button", { name: "Replay" }).click();
  await expect(
    page.getByText(
      "Something went wrong inside Bookbell. Try again. If it keeps happening, restart Bookbell.",
    ),
  ).toBeVisible();
  await expect(page.locator(".outcome")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(page.locator('[data-id="9"]')).toBeFocused();
  await expect(page.locator('[data-id="11"]')).toContainText("Replayed");
});

test("copying as curl is confirmed, and says what it leaves out", async ({ open }) => {
  const page = await open(view(typicalDay), { deliveries: typicalLog });
  await openDelivery(page, 9);
  const button = page.getByRole("button", { name: "Copy as curl" });
  await expect(button).toHaveAccessibleDescription("The copy leaves out the token and all signatures.");
  await button.click();
  await expect(button.getByText("Copied")).toHaveCSS("opacity", "1");
  await expect(page.getByRole("status")).toHaveText("Copied as curl, without token and signatures");
  expect(await seqs(page, "deliveries.copyAsCurl")).toEqual([9]);
});

test("a slow one shows what the log knows, one that failed asks again, one removed says so", async ({
  open,
}) => {
  const page = await open(view(typicalDay), { deliveries: typicalLog, slow: "deliveries.get" });
  await page.evaluate((problem) => window.mock.refuse("deliveries.get", problem), problem);
  await openDelivery(page, 9);
  await expect(page.getByRole("heading", { name: "Marty McFly" })).toBeVisible();
  await page.evaluate(() => window.mock.answerSlow());
  await expect(page.getByText("Something went wrong inside Bookbell.", { exact: true })).toBeVisible();
  await page.evaluate(() => window.mock.refuse("deliveries.get", null));
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(body(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await page.evaluate(() => window.mock.remove(7));
  await page.locator('[data-id="7"]').click();
  await expect(page.getByText("This delivery has been deleted.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Replay" })).toHaveCount(0);
});

test("a hostile body is text, in its own reading order", async ({ open }) => {
  const page = await open(view(typicalDay), { deliveries: hostileLog });
  await openDelivery(page, 4);
  await expect(body(page)).toContainText("<script>window.pwned=1</script>");
  await page.keyboard.press("Escape");
  await page.locator('[data-id="3"]').click();
  await expect(body(page)).toContainText("\\u202eevil");
  await page.keyboard.press("Escape");
  // Indented, five thousand brackets would be fifty megabytes.
  await page.locator('[data-id="1"]').click();
  await expect(body(page)).toContainText("[[[[");
  await expect(page.getByRole("button", { name: "As received" })).toHaveCount(0);
  expect(await page.evaluate(() => "pwned" in window)).toBe(false);
});

test("a body of 256 KiB stays usable", async ({ open }) => {
  const event = { name: "Marty McFly", at: "2026-11-23T14:35:00+0100" };
  const large = JSON.stringify(Array.from({ length: 4200 }, () => event)).slice(0, 262_143);
  for (const sent of [
    JSON.stringify([large]).slice(0, 262_144),
    `${large.slice(0, large.lastIndexOf("},"))}}]`,
  ]) {
    const page = await open(view(typicalDay), { deliveries: [delivery(1, 1, { body: sent })] });
    await openLog(page);
    await page.locator('[data-id="1"]').click();
    await expect(body(page)).toContainText("Marty McFly");
    // One piece of text: elements by the thousand are what makes a page slow.
    expect(await body(page).evaluate((box) => box.querySelectorAll("*").length)).toBe(1);
  }
});
