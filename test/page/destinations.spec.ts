import { expect, type Page } from "@playwright/test";
import { problem } from "../../common/problems.ts";
import { openNotifications } from "./open-settings.ts";
import {
  channel,
  openDestinations,
  openThere,
  salesRule,
  sending,
  someLines,
  troubled,
  workflow,
  zap,
} from "./outgoing.ts";
import { askedFor, test } from "./page-test.ts";
import { address, typicalDay, view } from "./views.ts";

const said = (page: Page) => page.getByRole("status");
const title = (page: Page) => page.getByRole("heading", { level: 1 });
const webhook = "https://hooks.slack.com/services/T0/B0/secretq3Xy";

test("without a destination it is said that nothing leaves, in the settings and in the list", async ({
  open,
}) => {
  const page = await open(view(typicalDay));
  await openNotifications(page);
  await expect(
    page.getByRole("button", { name: "Send to Slack, Zapier, … Nothing leaves this computer" }),
  ).toBeVisible();
  await page.getByRole("button", { name: /^Send to Slack/ }).click();
  await expect(page.getByText("Without a destination and a rule, nothing is sent.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Add a rule" })).toHaveCount(0);
});

for (const [what, more, said] of [
  ["a rule sends to it", { destinations: [channel(), zap()], rules: [salesRule()] }, "2 destinations"],
  [
    "no rule is on",
    { destinations: [channel()], rules: [salesRule({ on: false })] },
    "1 destination, but no rule is on: nothing leaves this computer",
  ],
  ["one stopped", troubled, "Nothing is sent to “#sales” any more."],
] as const)
  test(`the settings say how it stands when ${what}`, async ({ open }) => {
    const page = await open(view(typicalDay, more));
    await openNotifications(page);
    await expect(page.getByRole("button", { name: /^Send to Slack/ }).locator(".help")).toHaveText(said);
  });

test("what the desktop does stands first, and leads to where it is chosen and back", async ({ open }) => {
  const page = await open(sending([channel()], [salesRule()]));
  await openDestinations(page);
  const happens = page.getByRole("region", { name: "What happens with a change" });
  await expect(happens.getByRole("listitem").first()).toContainText(
    "Lists only: bookings on hold, changed details, and expired requests.",
  );
  await expect(happens).toContainText(
    "also while notifications are paused, in quiet hours and while names are hidden",
  );
  await happens.getByRole("button", { name: /^On this computer/ }).click();
  await expect(title(page)).toHaveText("Notifications");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /^On this computer/ })).toBeFocused();
});

test("a channel is added, tried and given a rule by keyboard, and its address is never shown again", async ({
  open,
}) => {
  const page = await open(view(typicalDay));
  await openDestinations(page);
  await page.getByRole("button", { name: /^Slack channel/ }).press("Enter");
  await expect(title(page)).toHaveText("New Slack channel");
  await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
  await page.keyboard.type("#sales");
  await page.keyboard.press("Tab");
  await page.keyboard.type(webhook);
  await expect(page.getByText("This leaves your computer for hooks.slack.com")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(said(page)).toHaveText("Destination added. A rule says what is sent there.");
  expect(await askedFor(page, "destinations.save")).toEqual([
    { id: null, kind: "slack", label: "#sales", address: webhook, plain: false },
  ]);
  await expect(title(page)).toHaveText("#sales");
  await expect(page.getByLabel("Webhook URL")).toHaveValue("");
  await expect(page.locator("body")).not.toContainText("/services/T0");

  await expect(page.getByRole("button", { name: "Send a test to #sales" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(said(page)).toHaveText("hooks.slack.com took the test message");
  await page.keyboard.press("Tab");
  await expect(
    page.getByRole("button", { name: "Add a rule No rule sends anything here yet." }),
  ).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("radio", { name: "#sales" })).toBeChecked();
});

test("an address that cannot be used says why at its field, and stays to be mended", async ({ open }) => {
  const page = await open(view(typicalDay), {
    refused: { name: "destinations.save", problem: problem("target-slack") },
  });
  await openThere(/^Any URL/)(page);
  await page.getByLabel("Name", { exact: true }).fill("Zapier");
  await page.getByLabel("URL", { exact: true }).fill(webhook);
  await page.keyboard.press("Enter");
  const field = page.getByLabel("URL", { exact: true });
  await expect(field).toHaveAccessibleDescription(/This is an address of Slack’s\. Choose Slack/);
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveValue(webhook);
  await expect(title(page)).toHaveText("New URL");
});

test("an empty address on edit leaves the one that is kept", async ({ open }) => {
  const page = await open(sending([channel()]));
  await openThere(/^#sales/)(page);
  await expect(page.getByText("hooks.slack.com …q3Xy stays unless you paste another one.")).toBeVisible();
  await page.getByLabel("Name", { exact: true }).fill("#all-sales");
  await page.keyboard.press("Enter");
  await expect(said(page)).toHaveText("Destination saved");
  await expect(page.getByRole("button", { name: "Send a test to #all-sales" })).toBeFocused();
  expect(await askedFor(page, "destinations.save")).toEqual([
    { id: channel().id, kind: "slack", label: "#all-sales", address: null, plain: false },
  ]);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /^#all-sales/ })).toBeFocused();
});

test("where there is no keyring its user may keep an address without one", async ({ open }) => {
  const page = await open(view(typicalDay, address({ kept: "plain" })));
  await page.evaluate(() => {
    window.mock.answers.keeps = "session";
  });
  await openThere(/^Slack channel/)(page);
  await page.getByLabel("Name", { exact: true }).fill("#sales");
  await page.getByLabel("Webhook URL").fill(webhook);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("the address is forgotten when Bookbell quits")).toBeVisible();
  await page.getByLabel("Webhook URL").fill(webhook);
  await page.getByLabel("Save it here without encryption").check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved here without encryption.")).toBeVisible();
});

test("an address without encryption is warned of", async ({ open }) => {
  const page = await open(sending([zap({ isOpen: true, host: "192.168.1.20:8123" })]));
  await openThere(/^Zapier/)(page);
  await expect(page.getByText("Not encrypted: others on this network could read it.")).toBeVisible();
});

test("each kind says where its address is, and a workflow which variables to declare", async ({ open }) => {
  const page = await open(view(typicalDay));
  await openThere(/^Slack workflow/)(page);
  for (const variable of ["event", "when", "when_before", "project", "host", "customer", "text"])
    await expect(page.getByRole("listitem").filter({ hasText: new RegExp(`^${variable}$`) })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Any URL/ }).click();
  await expect(page.getByText("Catch Hook", { exact: false })).toBeVisible();
});

test("what is wrong with a destination is said with what to do, from the first page on", async ({ open }) => {
  const page = await open(view(typicalDay, troubled));
  await expect(page.locator(".status-what")).toHaveText("Nothing is sent to “#sales” any more.");
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(title(page)).toHaveText("Send to Slack, Zapier, …");
  const all = page.getByRole("region", { name: "Destinations" });
  await expect(all).toContainText("Stopped since Sun, 22 Nov, 09:12");
  await expect(all).toContainText(
    "Slack says this webhook was removed. Make a new one in Slack and paste it here.",
  );
  await expect(all).toContainText("Failing since 14:20");
  await expect(page.getByRole("region", { name: "What happens" }).getByText(/^Stopped since/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { level: 1, name: /23 November/ })).toBeVisible();
});

test("a test that is not taken says why", async ({ open }) => {
  const page = await open(sending([workflow()]));
  await page.evaluate((why) => {
    window.mock.answers.tested = { ok: false, why };
  }, problem("slack-archived"));
  await openDestinations(page);
  await page.getByRole("button", { name: "Send a test to Sales workflow" }).click();
  await expect(page.getByText("The channel is archived. Unarchive it, or choose another.")).toBeVisible();
});

test("the signing key is copied, and a new one made after a question", async ({ open }) => {
  const page = await open(sending([zap()]));
  await openThere(/^Zapier/)(page);
  await page.getByRole("button", { name: "Copy key" }).click();
  await expect(said(page)).toHaveText("Signing key copied");
  await page.getByRole("button", { name: "Renew the signing key" }).click();
  expect(await askedFor(page, "destinations.renewKey")).toEqual([]);
  await page.getByRole("button", { name: "Renew", exact: true }).last().click();
  await expect(said(page)).toHaveText("New signing key made");
  await expect(page.getByText(`Until Tue, 24 Nov, 14:35, messages are signed`)).toBeVisible();
});

test("a destination is removed after a question that says what goes with it", async ({ open }) => {
  const page = await open(sending([channel({ waiting: 3 }), zap()], [salesRule()]));
  await openThere(/^#sales/)(page);
  await page.getByRole("button", { name: "Remove this destination" }).click();
  await expect(page.getByText("This also removes its rule and 3 waiting messages.")).toBeVisible();
  await page.getByRole("button", { name: "Remove", exact: true }).last().click();
  await expect(said(page)).toHaveText("Destination removed");
  await expect(page.getByRole("button", { name: /^#sales/ })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^New and moved/ })).toHaveCount(0);
});

test("what waits and what was given up is listed, sent again, dropped and tried", async ({ open }) => {
  const page = await open(sending([zap({ waiting: 2, givenUp: 1 })]), { messages: someLines });
  await openThere(/^Zapier: 2 waiting · 1 not sent/)(page);
  const given = page.getByRole("region", { name: "Not sent" }).getByRole("listitem");
  await expect(given).toContainText("Sales Demo");
  await expect(given).toContainText("Since Sun, 22 Nov, 09:05, tried 3 times");
  await expect(given).toContainText("hooks.zapier.com rejected the message (400). Look at what it expects.");
  await expect(given).toContainText("May have arrived");
  await page.getByRole("button", { name: /^Send again: Moved/ }).press("Enter");
  await expect(said(page)).toHaveText("It is sent again");
  await expect(given).toHaveCount(0);

  await page.getByRole("button", { name: /^Drop: Cancelled/ }).press("Enter");
  expect(await askedFor(page, "destinations.drop")).toEqual([]);
  await page.getByRole("button", { name: "Drop", exact: true }).last().press("Enter");
  await expect(said(page)).toHaveText("Message dropped");
  expect(await askedFor(page, "destinations.drop")).toEqual([3]);
  await expect(page.getByRole("button", { name: "Try now" })).toBeFocused();
  await expect(page.getByRole("region", { name: "Waiting" }).getByRole("listitem")).toHaveCount(2);

  await page.getByRole("button", { name: "Try now" }).click();
  await expect(said(page)).toHaveText("Trying again");
  expect(await askedFor(page, "destinations.retry")).toEqual([zap().id]);
});
