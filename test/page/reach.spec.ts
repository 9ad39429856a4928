import { expect, type Page } from "@playwright/test";
import { problem } from "../../common/problems.ts";
import { someActivity } from "./activity.ts";
import { openReceiving } from "./open-settings.ts";
import { askedFor, test } from "./page-test.ts";
import { reach, tallied, tally, tunnel, typicalDay, view } from "./views.ts";

const silent = reach("not-receiving", { problem: problem("front-door-silent") });
const receiving = reach("receiving", { host: "hooks.example.com" });
const footer = (page: Page) => page.locator(".footer-state");

test("the footer says in one sentence, with a mark of its own shape, whether bookings arrive", async ({
  open,
}) => {
  const page = await open(view(typicalDay));
  const shapes = new Set<string>();
  const states = [
    [reach("off"), "Not set up: bookings can’t reach you"],
    [reach("unknown"), "Checking…"],
    [receiving, "Receiving"],
    [silent, "Not receiving since 09:12"],
  ] as const;
  for (const [state, sentence] of states) {
    await page.evaluate((state) => window.mock.change(state), state);
    await expect(footer(page)).toHaveText(sentence);
    shapes.add(
      await footer(page)
        .locator(":first-child")
        .first()
        .evaluate((sign) => sign.outerHTML),
    );
  }
  expect(shapes.size).toBe(states.length);
});

test("only what is certain alarms", async ({ open }) => {
  const page = await open(view(typicalDay, reach("unknown", { problem: problem("tunnel-late") })));
  await expect(page.locator(".status-line")).toHaveCount(0);
  await page.evaluate((state) => window.mock.change(state), silent);
  await expect(page.locator(".status-what")).toHaveText("New bookings can’t reach you.");
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
  await expect(page.getByRole("heading", { level: 1, name: /^Today 23/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Settings", exact: true })).toBeFocused();
});

test("a new address is told with the button that copies it, until main knows it is in Timekit", async ({
  open,
}) => {
  const page = await open(view(typicalDay, reach("receiving", { host: "hooks.example.com", moved: true })));
  const line = page.locator(".status-line");
  await expect(line).toContainText("Timekit still posts to the old one");
  await line.getByRole("button", { name: "Copy webhook URL" }).click();
  await expect(page.getByRole("status")).toHaveText("Webhook URL copied");
  expect(await askedFor(page, "address.copy")).toEqual([null]);
  await page.evaluate((state) => window.mock.change(state), receiving);
  await expect(line).toHaveCount(0);
});

test("that nothing arrives is spoken, and that it arrives again", async ({ open }) => {
  const page = await open(view(typicalDay, receiving));
  const spoken = page.getByRole("status");
  await page.evaluate((state) => window.mock.change(state), silent);
  await expect(spoken).toHaveText(/can’t reach you\. The tunnel isn’t responding; retrying\./);
  await page.evaluate((state) => window.mock.change(state), receiving);
  await expect(spoken).toHaveText("Receiving again");
});

test("since when nothing arrives leads to all that went wrong, and back", async ({ open }) => {
  const page = await open(view(typicalDay, silent), { activity: someActivity });
  await page.getByRole("button", { name: "See history" }).click();
  await expect(page.getByRole("radio", { name: /^Problems/ })).toBeChecked();
  await expect(page.getByText("Offline for 15 min")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { level: 1, name: /^Today 23/ })).toBeVisible();
});

test("when the last booking came is said, and plainly that none ever did", async ({ open }) => {
  const page = await open(view(typicalDay, receiving));
  await expect(footer(page)).toHaveAttribute(
    "title",
    "Receiving through hooks.example.com\nLast booking came 12:02",
  );
  await page.evaluate((none) => window.mock.change(none), tallied({}));
  await expect(footer(page)).toHaveAttribute("title", /No booking has come yet/);
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
  await expect(page.locator(".footer").getByRole("button", { name: /Copy/ })).toHaveCount(0);
  await openReceiving(page);
  await page.getByRole("button", { name: "Copy local URL" }).click();
  await expect(page.getByRole("status")).toHaveText("URL copied: it works on this computer only");
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

test("the address is offered below the list until it was handed out once", async ({ open }) => {
  const fresh = reach("receiving", { host: "hooks.example.com", given: false });
  const page = await open(view(typicalDay, fresh));
  const copy = page.locator(".footer").getByRole("button", { name: "Copy webhook URL" });
  await copy.click();
  expect(await askedFor(page, "address.copy")).toEqual([null]);
  await page.evaluate((state) => window.mock.change(state), receiving);
  await expect(copy).toHaveCount(0);
});

test("the footer leads to what happened, and to the problems while there are some", async ({ open }) => {
  const page = await open(view(typicalDay, receiving));
  await footer(page).click();
  await expect(page.getByRole("radio", { name: "Everything" })).toBeChecked();
  await page.keyboard.press("Escape");
  await page.evaluate((state) => window.mock.change(state), silent);
  await footer(page).click();
  await expect(page.getByRole("radio", { name: /^Problems/ })).toBeChecked();
});
