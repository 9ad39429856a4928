import { expect, type Page } from "@playwright/test";
import { problem } from "../../common/problems.ts";
import {
  channel,
  openDestinations,
  openThere,
  salesRule,
  sending,
  someMessages,
  workflow,
  zap,
} from "./outgoing.ts";
import { askedFor, test } from "./page-test.ts";

const said = (page: Page) => page.getByRole("status");
const preview = (page: Page) => page.getByRole("region", { name: "What it would have sent" });
const openRule = openThere(/^New and moved bookings/);
const opening = { happened: someMessages };

test("a rule is one sentence, and is switched off and on in the list", async ({ open }) => {
  const page = await open(sending([channel()], [salesRule()]));
  await openDestinations(page);
  const sentence = "New and moved bookings of Sales Demo → #sales, time only";
  await expect(page.getByRole("button", { name: sentence })).toBeVisible();
  const onOff = page.getByRole("switch", { name: `On: ${sentence}` });
  await expect(onOff).toBeChecked();
  await onOff.press(" ");
  await expect(onOff).not.toBeChecked();
  expect(await askedFor(page, "destinations.saveRule")).toMatchObject([{ id: salesRule().id, on: false }]);
});

test("a rule that cannot be switched stays as it is, and why is said beside it", async ({ open }) => {
  const page = await open(sending([channel()], [salesRule()]), {
    refused: { name: "destinations.saveRule", problem: problem("store-read-only") },
  });
  await openDestinations(page);
  await page.getByRole("switch").click();
  await expect(page.getByRole("switch")).toBeChecked();
  await expect(
    page
      .getByRole("listitem")
      .filter({ has: page.getByRole("switch") })
      .getByRole("alert"),
  ).toHaveText(/^Bookbell can’t write/);
});

test("a new rule is written by keyboard, shows what it would have sent, and counts once it is saved", async ({
  open,
}) => {
  const page = await open(sending([channel(), zap()]), opening);
  await openThere(/^Add a rule/)(page);
  await expect(preview(page)).toContainText("Choose where to.");
  await expect(page.getByRole("button", { name: "Save rule" })).toBeDisabled();
  await page.getByRole("radio", { name: "#sales" }).press(" ");
  await expect(preview(page)).toContainText("In the last thirty days it would have sent 2 messages.");
  await expect(page.getByText("This leaves your computer for hooks.slack.com")).toBeVisible();

  await page.getByRole("checkbox", { name: "Moved" }).press(" ");
  await expect(said(page)).toHaveText("In the last thirty days it would have sent 3 messages.");
  await page.getByRole("group", { name: "Projects" }).getByRole("radio", { name: "Chosen" }).click();
  await expect(preview(page)).toContainText("Choose at least one project.");
  await page.getByRole("checkbox", { name: "Guitar lessons" }).press(" ");
  await expect(preview(page)).toContainText("it would have sent 1 message.");
  await page.getByRole("group", { name: "Hosts" }).getByRole("radio", { name: "Chosen" }).click();
  await page.getByRole("checkbox", { name: "Marty McFly" }).press(" ");
  await expect(preview(page)).toContainText("it would have sent none.");
  await page.getByRole("radio", { name: "Names" }).check();

  await page.getByRole("button", { name: "Save rule" }).press("Enter");
  await expect(said(page)).toHaveText("Rule saved");
  expect((await askedFor(page, "destinations.saveRule")).at(-1)).toEqual({
    id: null,
    on: true,
    kinds: ["new", "moved"],
    projects: [{ id: "lessons", name: "Guitar lessons" }],
    hosts: [{ id: "marty", name: "Marty McFly" }],
    destination: channel().id,
    detail: "names",
  });
  await expect(
    page.getByRole("button", {
      name: "New and moved bookings of Guitar lessons with Marty McFly → #sales, with names",
    }),
  ).toBeFocused();
});

test("all kinds are chosen at once, and none", async ({ open }) => {
  const page = await open(sending([channel()], [salesRule()]), opening);
  await openRule(page);
  await page.getByRole("button", { name: "All", exact: true }).click();
  await expect(page.getByRole("checkbox", { name: "Request expired" })).toBeChecked();
  await page.getByRole("button", { name: "None", exact: true }).click();
  await expect(preview(page)).toContainText("Choose at least one kind of change.");
});

test("a channel’s message is shown as Slack would, with nothing of a customer’s text taken for markup", async ({
  open,
}) => {
  const page = await open(sending([channel()], [salesRule({ detail: "names" })]), opening);
  await openRule(page);
  await expect(preview(page).getByText("As Slack shows it")).toBeVisible();
  const [moved, hostile] = await preview(page).locator(".as-slack").all();
  if (!moved || !hostile) throw new Error("two would have been sent");
  await expect(moved.locator("b").nth(1)).toHaveText("Moved: ");
  await expect(moved.locator("s")).toHaveText("Tue, 24 Nov, 10:00 CET");
  await expect(moved.locator("i")).toHaveText("Sales Demo · with Emmett Brown · from Bookbell");
  await expect(hostile).toContainText("<b>*Biff*</b> <!channel> https://evil.example and 1 more");
  await expect(hostile.getByRole("link")).toHaveCount(0);
});

test("how much leaves is seen in the message itself", async ({ open }) => {
  const page = await open(sending([channel()], [salesRule()]), opening);
  await openRule(page);
  await expect(preview(page).locator(".as-slack").first()).toBeVisible();
  await expect(preview(page)).not.toContainText("Marty McFly");
  await page.getByRole("radio", { name: "Everything" }).check();
  await expect(preview(page)).toContainText("Marty McFly");
  await expect(preview(page)).toContainText("test@example.com");
});

test("a workflow’s message is its variables, a URL’s the JSON that is posted", async ({ open }) => {
  const page = await open(sending([workflow(), zap()], [salesRule({ destination: workflow().id })]), opening);
  await openRule(page);
  await expect(preview(page).locator("dl").first()).toContainText("when_beforeTue, 24 Nov, 10:00 CET");
  await expect(page.getByRole("radio", { name: "Everything" })).toHaveCount(0);
  await page.getByRole("radio", { name: "Zapier" }).check();
  await expect(preview(page).locator("pre").first()).toContainText('"type": "booking.moved"');
  await expect(page.getByText("This leaves your computer for hooks.zapier.com")).toBeVisible();
});

test("where nothing would have been sent, an example shows what one looks like", async ({ open }) => {
  const page = await open(sending([channel()], [salesRule()]));
  await openRule(page);
  await expect(preview(page)).toContainText("it would have sent none.");
  await expect(preview(page)).toContainText("What one would look like");
  await expect(preview(page)).toContainText("Test from Bookbell: nobody booked this.");
});

test("a late answer about an earlier draft is not shown", async ({ open }) => {
  const page = await open(sending([channel()], [salesRule()]), { ...opening, slow: "destinations.preview" });
  await openRule(page);
  await page.getByRole("checkbox", { name: "Moved" }).uncheck();
  await page.getByRole("checkbox", { name: "New booking", exact: true }).uncheck();
  await page.getByRole("checkbox", { name: "On hold" }).check();
  await page.evaluate(() => window.mock.answerSlow());
  await expect(preview(page)).toContainText("it would have sent none.");
  // The one on its way, and the one that was wanted last: none of those between.
  expect(await askedFor(page, "destinations.preview")).toMatchObject([
    { kinds: ["new", "moved"] },
    { kinds: ["held"] },
  ]);
});

test("a rule is removed after a question", async ({ open }) => {
  const page = await open(sending([channel()], [salesRule()]), opening);
  await openRule(page);
  await page.getByRole("button", { name: "Remove this rule" }).click();
  await page.getByRole("button", { name: "Remove", exact: true }).last().click();
  await expect(said(page)).toHaveText("Rule removed");
  await expect(page.getByText("No rule yet, so nothing is sent.")).toBeVisible();
});

test("a rule is left when names are hidden, and the list shows what main has masked", async ({ open }) => {
  const page = await open(sending([channel()], [salesRule()]), opening);
  await openRule(page);
  await page.evaluate(
    (rule) => window.mock.change({ presenting: true, rules: [rule] }),
    salesRule({ projects: [{ id: "demo", name: "" }] }),
  );
  await expect(page.getByRole("heading", { level: 1, name: /23 November/ })).toBeVisible();
  await openDestinations(page);
  await expect(
    page.getByRole("button", { name: /^New and moved bookings of Unnamed → #sales/ }),
  ).toBeVisible();
});
