import { expect, type Page } from "@playwright/test";
import { problem } from "../../common/problems.ts";
import { openReceiving } from "./open-settings.ts";
import { askedFor, test } from "./page-test.ts";
import { reach, someGaps, tallied, tally, tunnel, typicalDay, view } from "./views.ts";

const silent = reach("not-receiving", { problem: problem("front-door-silent") });
const receiving = reach("receiving", { host: "hooks.example.com" });
const footer = (page: Page) => page.locator(".footer .receiver");

test("the footer says in one sentence, with a mark of its own shape, whether bookings arrive", async ({
  open,
}) => {
  const page = await open(view(typicalDay));
  const shapes = new Set<string>();
  const states = [
    [reach("off"), "Not set up"],
    [reach("unknown"), "Checking…"],
    [receiving, "Receiving through hooks.example.com"],
    [silent, "Not receiving since 09:12"],
  ] as const;
  for (const [state, sentence] of states) {
    await page.evaluate((state) => window.mock.change(state), state);
    await expect(footer(page)).toHaveText(sentence);
    shapes.add(await footer(page).locator("svg").innerHTML());
  }
  expect(shapes.size).toBe(states.length);
});

test("only what is certain alarms", async ({ open }) => {
  const page = await open(view(typicalDay, reach("unknown", { problem: problem("tunnel-late") })));
  await expect(page.locator(".status-line")).toHaveCount(0);
  await page.evaluate((state) => window.mock.change(state), silent);
  await expect(page.locator(".status-what")).toHaveText("Bookbell’s public address does not answer.");
  await expect(page.locator(".status-line")).toContainText("Since 09:12");
});

test("trying again asks main, and says so when that cannot be had", async ({ open }) => {
  const page = await open(view(typicalDay, silent));
  await page.getByRole("button", { name: "Try again" }).click();
  expect(await askedFor(page, "tunnel.reconnect")).toHaveLength(1);
  await page.evaluate((refused) => window.mock.refuse("tunnel.reconnect", refused), problem("internal"));
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("Something went wrong inside Bookbell.")).toBeVisible();
});

test("what trying again cannot mend leads to the tunnel's settings, and back", async ({ open }) => {
  const unknown = reach("not-receiving", { problem: problem("ssh-host-unknown"), hostKey: "SHA256:abc" });
  const page = await open(view(typicalDay, { ...tunnel("ssh"), ...unknown }));
  await page.getByRole("button", { name: "Open settings" }).click();
  await expect(page.getByRole("button", { name: "Trust this key" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { level: 1 })).toHaveAccessibleName("Today 23 November");
  await expect(page.getByRole("button", { name: "Settings", exact: true })).toBeFocused();
});

test("a new address is told with the button that copies it, until main knows it is in Timekit", async ({
  open,
}) => {
  const page = await open(view(typicalDay, reach("receiving", { host: "hooks.example.com", moved: true })));
  const line = page.locator(".status-line");
  await expect(line).toContainText("Timekit still posts to the old one");
  await line.getByRole("button", { name: "Copy address" }).click();
  await expect(page.getByRole("status")).toHaveText("Address copied");
  expect(await askedFor(page, "address.copy")).toEqual([null]);
  await page.evaluate((state) => window.mock.change(state), receiving);
  await expect(line).toHaveCount(0);
});

test("that nothing arrives is spoken, and that it arrives again", async ({ open }) => {
  const page = await open(view(typicalDay, receiving));
  const spoken = page.getByRole("status");
  await page.evaluate((state) => window.mock.change(state), silent);
  await expect(spoken).toHaveText(/does not answer\. Bookbell keeps trying to mend it\./);
  await page.evaluate((state) => window.mock.change(state), receiving);
  await expect(spoken).toHaveText("Receiving again");
});

test("the gaps are listed newest first, with length, reason and what was fetched", async ({ open }) => {
  const page = await open(view(typicalDay, silent), { gaps: someGaps });
  await page.getByRole("button", { name: "All gaps" }).click();
  await expect(page.getByRole("listitem")).toHaveText([
    "Since 14:20Now15 minPublic address did not answer",
    "Today 09:12–09:4028 minTunnel was down · 2 bookings fetched afterwards",
    "Sun, 22 Nov, 22:05 – today 07:309 h 25 minComputer was asleep · Nothing was missed",
    "Wed, 18 Nov, 18:00 – Sat, 21 Nov, 09:002 daysBookbell was not running · Timekit was not asked afterwards",
  ]);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { level: 1 })).toHaveAccessibleName("Today 23 November");
});

test("an open list of gaps follows what happens, and says when there are none", async ({ open }) => {
  const page = await open(view(typicalDay, receiving), { gaps: someGaps.slice(1, 2) });
  await page.keyboard.press("Control+,");
  await page.getByRole("button", { name: /^Gaps/ }).click();
  await expect(page.getByRole("listitem")).toHaveCount(1);
  await page.evaluate((change) => {
    window.mock.answers.gaps = [];
    window.mock.change(change);
  }, silent);
  await expect(page.getByRole("heading", { name: "No gaps" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /^Gaps/ })).toBeFocused();
});

test("gaps that cannot be had are asked for once more", async ({ open }) => {
  const refused = { name: "tunnel.gaps", problem: problem("internal") } as const;
  const page = await open(view(typicalDay), { gaps: someGaps, refused });
  await page.keyboard.press("Control+,");
  await page.getByRole("button", { name: /^Gaps/ }).click();
  await expect(page.getByText("Something went wrong inside Bookbell.")).toBeVisible();
  await page.evaluate(() => window.mock.refuse("tunnel.gaps", null));
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("listitem")).toHaveCount(someGaps.length);
});

test("when the last booking came is said, and plainly that none ever did", async ({ open }) => {
  const page = await open(view(typicalDay, receiving));
  const bar = page.locator(".footer");
  await expect(bar).toContainText("Last booking came 12:02");
  await page.evaluate((none) => window.mock.change(none), tallied({}));
  await expect(bar).toContainText("No booking has come yet");
  await page.evaluate((state) => window.mock.change(state), reach("off"));
  await expect(bar).not.toContainText("booking");
});

test("a way in that Timekit was never told of is no set-up, and leads on to the next step", async ({
  open,
}) => {
  const page = await open(view([], { ...reach("receiving", { given: false }), ...tallied({}) }));
  await expect(page.locator(".footer")).toContainText("Not set up");
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(
    "No booking service knows Bookbell’s address yet.",
  );
  await expect(page.locator(".status-line")).toHaveCount(0);
  await page.getByRole("button", { name: "Finish setting up" }).click();
  await expect.poll(() => askedFor(page, "settings.setSetup")).toEqual(["open"]);
});

test("without a public address none is offered for Timekit", async ({ open }) => {
  const page = await open(view(typicalDay, silent));
  await expect(page.getByRole("button", { name: /Copy.*(address|URL)/ })).toHaveCount(0);
  await openReceiving(page);
  await page.getByRole("button", { name: "Copy local address" }).click();
  await expect(page.getByRole("status")).toHaveText("Address copied: it works on this computer only");
});

test("refusals are told in red with their number, and dismissed in place", async ({ open }) => {
  const page = await open(view(typicalDay, tallied({ unsigned: tally(3) })));
  const line = page.locator(".status-line");
  await expect(line).toHaveClass(/status-trouble/);
  await expect(line).toContainText("3 bookings refused: the signature doesn’t match.");
  await expect(page.locator(".footer")).toContainText("Rejecting bookings");
  await line.getByRole("button", { name: "Enter secret" }).click();
  await expect(page.getByLabel("Timekit’s signing secret")).toBeFocused();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await line.getByRole("button", { name: /^Dismiss/ }).click();
  await expect(line).toHaveCount(0);
  expect(await askedFor(page, "window.dismiss")).toEqual(["unsigned"]);
});
