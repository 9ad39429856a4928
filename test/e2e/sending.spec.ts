import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, type Page } from "@playwright/test";
import { Webhook } from "standardwebhooks";
import type { InputOf } from "../../common/ipc.ts";
import { hookPath } from "../../main/lib/tokens.ts";
import { type Bookbell, opened, postTo } from "../support/bookbell.ts";
import { bookingAt } from "../support/example.ts";
import { formHeaders, forwarded } from "../support/forwarded.ts";
import { type Slack, startSlack } from "../support/slack.ts";
import { startTakers, type Takers } from "../support/takers.ts";
import { test as base } from "./test.ts";
import { viewOf } from "./view.ts";

const test = base.extend<{ slack: Slack; takers: Takers; sender: Bookbell }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
  slack: async ({}, use) => {
    const slack = await startSlack();
    await use(slack);
    await slack.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
  takers: async ({}, use) => {
    const takers = await startTakers();
    await use(takers);
    await takers.stop();
  },
  sender: async ({ start, desktop, slack, daemon: _ }, use) =>
    use(await start([], undefined, { ...desktop.env, BOOKBELL_SLACK: slack.origin })),
});

const demo = { project: { id: "demo", name: "Sales Demo" } };
const said = (page: Page) => page.getByRole("status");

/** Adds a destination in the window, which then shows it. */
async function add(page: Page, kind: RegExp, label: string, address: string) {
  await page.getByRole("button", { name: "Settings", exact: true }).click();
  await page.getByRole("button", { name: /^Notifications/ }).click();
  await page.getByRole("button", { name: /^Send to Slack/ }).click();
  await page.getByRole("button", { name: kind }).click();
  await page.getByLabel("Name", { exact: true }).fill(label);
  await page.getByRole("textbox", { name: /URL$/ }).fill(address);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(label);
}

test("a new booking of Sales Demo, posted directly and through Zapier, is one message in Slack", async ({
  sender,
  slack,
  now,
}) => {
  const page = await opened(sender);
  const before = bookingAt(now, "13:00", "14:00", { ...demo, id: "before" });
  expect(await sender.post(before)).toBe(204);
  await add(page, /^Slack channel/, "#sales", slack.webhook);
  await expect(page.getByText("/services/")).toHaveCount(0);

  await page.getByRole("button", { name: "Send a test to #sales" }).click();
  await expect(said(page)).toHaveText(/took the test message$/);
  expect(slack.posts).toMatchObject([{ body: { text: expect.stringContaining("nobody booked this") } }]);

  await page.getByRole("button", { name: /^Add a rule/ }).click();
  await page.getByRole("group", { name: "Projects" }).getByRole("radio", { name: "Chosen" }).click();
  await page.getByRole("checkbox", { name: "Sales Demo" }).check();
  await page.getByRole("radio", { name: "Names" }).check();
  await expect(page.getByText("In the last thirty days it would have sent 1 message.")).toBeVisible();
  await expect(page.getByText(`This leaves your computer for ${new URL(slack.origin).host}`)).toBeVisible();
  await page.getByRole("button", { name: "Save rule" }).click();
  await expect(said(page)).toHaveText("Rule saved");

  const later = (ms: number) => new Date(Date.now() + ms).toISOString();
  const booking = bookingAt(now, "15:00", "16:00", { ...demo, id: "b1", updated_at: later(1_000) });
  const other = bookingAt(now, "16:00", "17:00", {
    project: { id: "x", name: "Other" },
    id: "b2",
    updated_at: later(1_000),
  });
  await page.evaluate(() => window.bookbell.address.renew("zapier"));
  const { addresses } = await sender.settings();
  const origin = new URL(await sender.url()).origin;
  const zap = `${origin}${hookPath(addresses.zapier?.token ?? "", "zapier")}`;
  expect(await postTo(zap, forwarded(booking), formHeaders)).toBe(204);
  expect(await sender.post(booking)).toBe(204);
  expect(await sender.post(other)).toBe(204);

  // In order: whatever else was to be sent would have come before it.
  const moved = bookingAt(now, "17:00", "18:00", { ...demo, id: "b3", updated_at: later(2_000) });
  expect(await sender.post(moved)).toBe(204);
  await expect.poll(() => JSON.stringify(slack.posts)).toContain("17:00");
  const [, message, ...more] = slack.posts;
  expect(more).toHaveLength(1);
  expect(message?.body).toMatchObject({ unfurl_links: false, unfurl_media: false });
  expect(message?.body.text).toContain("New booking: Marty McFly");
  expect(JSON.stringify(slack.posts)).not.toContain("Other");
});

test("a destination that is gone is said in tray and window, and what waited goes to its new address", async ({
  sender,
  slack,
  now,
}) => {
  const page = await opened(sender);
  await add(page, /^Slack channel/, "#sales", slack.webhook);
  const { destinations } = await viewOf(page);
  const rule: InputOf<"destinations.saveRule"> = {
    id: null,
    on: true,
    kinds: ["new"],
    projects: null,
    hosts: null,
    destination: destinations[0]?.id ?? "",
    detail: "everything",
  };
  await page.evaluate((rule) => window.bookbell.destinations.saveRule(rule), rule);
  slack.box.answer = "no_service";
  const updated_at = new Date(Date.now() + 1_000).toISOString();
  expect(await sender.post(bookingAt(now, "15:00", "16:00", { updated_at }))).toBe(204);
  await expect(page.getByText("Slack says this webhook was removed.").first()).toBeVisible();
  for (const _ of [1, 2, 3, 4]) await page.keyboard.press("Escape");
  // Beside that it is not set up, which is worse.
  await page.locator(".footer-state").click();
  const line = page.locator(".status-line", { hasText: "Nothing is sent to “#sales” any more." });
  await line.getByRole("button", { name: "Open", exact: true }).click();

  slack.box.answer = "ok";
  await page.getByRole("button", { name: /^#sales Slack channel/ }).click();
  await page.getByRole("textbox", { name: "Webhook URL" }).fill(slack.webhook.replace(/x$/, "y"));
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect.poll(() => slack.posts.length).toBe(2);
  expect(JSON.stringify(slack.posts[1])).toContain("Marty McFly");
  await expect(page.getByText("Working", { exact: true }).first()).toBeVisible();

  const log = await readFile(path.join(sender.profile, "logs/main.log"), "utf8");
  expect(log).toMatch(/Sent \{.*"tries":1,"result":"stopped","why":"slack-removed"\}/);
  expect(log).toMatch(/Sent \{.*"tries":2,"result":"sent"\}/);
  for (const secret of ["/services/", "uvwx", "uvwy", "Marty", "#sales"]) expect(log).not.toContain(secret);
});

test("any URL gets signed messages, under a new key both signatures, and none after its rule is off", async ({
  sender,
  takers,
  now,
}) => {
  const page = await opened(sender);
  await add(page, /^Any URL/, "Zapier", takers.url);
  await expect(page.getByText("others on this network could read it")).toHaveCount(0);
  const keyOf = () => sender.app.evaluate(({ clipboard }) => clipboard.readText());
  const copied = async () => {
    await page.getByRole("button", { name: "Copy key" }).click();
    await expect(said(page)).toHaveText("Signing key copied");
    return keyOf();
  };
  const first = await copied();
  await page.getByRole("button", { name: "Renew the signing key" }).click();
  await page.getByRole("button", { name: "Renew", exact: true }).last().click();
  await expect(said(page)).toHaveText("New signing key made");
  const second = await copied();
  expect(second).not.toBe(first);

  await page.getByRole("button", { name: /^Add a rule/ }).click();
  await page.getByRole("button", { name: "Save rule" }).click();
  await expect(said(page)).toHaveText("Rule saved");
  const got = takers.next();
  const updated_at = new Date(Date.now() + 1_000).toISOString();
  expect(await sender.post(bookingAt(now, "15:00", "16:00", { updated_at }))).toBe(204);
  const { body, headers } = await got;
  for (const key of [first, second])
    expect(new Webhook(key).verify(body, headers)).toMatchObject({
      type: "booking.new",
      data: { detail: "time" },
    });
  expect(body).not.toContain("Marty");
});
