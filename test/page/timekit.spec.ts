import { expect, type Page } from "@playwright/test";
import { problem } from "../../common/problems.ts";
import { openAdvanced, openRow, openTimekit } from "./open-settings.ts";
import { askedFor, test } from "./page-test.ts";
import { connected, typicalDay, view } from "./views.ts";

const refuse = (
  page: Page,
  name: "secrets.set" | "timekit.registerWebhooks" | "timekit.catchUp" | "timekit.chooseResource",
) =>
  page.evaluate(({ name, problem }) => window.mock.refuse(name, problem), {
    name,
    problem: problem("timekit-key-refused"),
  });

test("the key is sent as a secret, and one that Timekit refuses stays in its form", async ({ open }) => {
  const page = await open(view(typicalDay));
  await openTimekit(page);
  await refuse(page, "secrets.set");
  await page.getByRole("button", { name: "Set key" }).click();
  const field = page.getByLabel("Timekit’s App API key");
  await field.fill("live_api_key");
  await page.keyboard.press("Enter");
  await expect(field).toHaveAccessibleDescription(/doesn’t accept this App API key/);
  expect(await askedFor(page, "secrets.set")).toEqual([
    { name: "timekit", secret: "live_api_key", plain: false },
  ]);
  await page.evaluate(() => window.mock.refuse("secrets.set", null));
  await field.press("Enter");
  await expect(page.getByRole("status")).toHaveText("App API key saved");
});

test("the connection is told as it is", async ({ open }) => {
  const page = await open(view(typicalDay, { timekit: { state: "checking" } }));
  await openRow(/^Booking services/)(page);
  const row = page.getByRole("button", { name: /^Timekit/ });
  await expect(row).toContainText("Checking…");
  await row.click();
  await page.evaluate((timekit) => window.mock.change({ timekit }), connected);
  await expect(page.getByText("Connected to “Hill Valley”")).toBeVisible();
  const failed = { state: "failed", problem: problem("timekit-unreachable") } as const;
  await page.evaluate((timekit) => window.mock.change({ timekit }), failed);
  await expect(page.getByRole("region", { name: "Account" })).toContainText("Timekit can’t be reached.");
  await page.keyboard.press("Escape");
  await expect(row).toBeFocused();
});

test("whose bookings are shown is chosen among those that can be booked", async ({ open }) => {
  const page = await open(view(typicalDay, { timekit: connected }));
  await openTimekit(page);
  const select = page.getByLabel("Show bookings of");
  await expect(select.getByRole("option")).toHaveText(["Everyone", "Emmett Brown", "Marty McFly"]);
  await select.selectOption("Marty McFly");
  await expect(page.getByRole("status")).toHaveText("Showing bookings of Marty McFly");
  await select.selectOption("Everyone");
  await expect
    .poll(() => askedFor(page, "timekit.chooseResource"))
    .toEqual([{ id: "marty", name: "Marty McFly" }, null]);
});

test("the one chosen is shown even while the others cannot be had", async ({ open }) => {
  const timekit = { ...connected, resource: { id: "doc", name: "Emmett Brown" } };
  const refused = { name: "timekit.resources", problem: problem("timekit-busy") } as const;
  const page = await open(view(typicalDay, { timekit }), { refused });
  await openTimekit(page);
  await expect(page.getByText("Timekit is limiting requests.")).toBeVisible();
  await expect(page.getByLabel("Show bookings of")).toHaveValue("doc");
});

test("webhooks are registered for the graphs that are ticked: all, until some are not", async ({ open }) => {
  const page = await open(view(typicalDay, { timekit: connected }));
  await openTimekit(page);
  const webhooks = page.getByRole("region", { name: "Webhooks" });
  await expect(webhooks.getByRole("checkbox", { checked: true })).toHaveCount(7);
  for (const name of ["Paid bookings", "Class seats", "Paid class seats", "Reservations"])
    await webhooks.getByRole("checkbox", { name, exact: true }).uncheck();
  await expect(webhooks.getByText(/^Your Timekit projects use/)).toHaveCount(0);
  await webhooks.getByRole("checkbox", { name: "Bookings you confirm" }).uncheck();
  await expect(webhooks.getByText(/^Your Timekit projects use Bookings you confirm: unticked/)).toBeVisible();
  await page.getByRole("button", { name: "Register webhooks" }).click();
  await expect(page.getByRole("status")).toHaveText("Webhooks updated");
  expect(await askedFor(page, "timekit.registerWebhooks")).toEqual([["instant", "group_owner"]]);
});

test("how many webhooks stand is told, and what is wrong with them in place", async ({ open }) => {
  const webhooks = { graphs: ["instant"], registered: 4, wanted: 6, stale: true, problem: null } as const;
  const page = await open(view(typicalDay, { timekit: { ...connected, webhooks } }));
  await openTimekit(page);
  await expect(page.getByText("4 of 6 registered.")).toBeVisible();
  await expect(page.getByText("They point to an old URL.")).toBeVisible();
  await refuse(page, "timekit.registerWebhooks");
  await page.getByRole("button", { name: "Update webhooks" }).click();
  await expect(page.getByText("Timekit doesn’t accept this App API key.")).toBeVisible();
  await page.getByRole("checkbox", { name: "Instant bookings" }).uncheck();
  await expect(page.getByRole("button", { name: "Remove webhooks" })).toBeEnabled();
});

test("what was missed is fetched on demand", async ({ open }) => {
  const page = await open(view(typicalDay, { timekit: connected }), { slow: "timekit.catchUp" });
  await openTimekit(page);
  await expect(page.getByText("Last checked 10:12")).toBeVisible();
  await page.getByRole("button", { name: "Check now" }).click();
  const busy = page.getByRole("button", { name: "Checking…" });
  await expect(busy).toHaveAttribute("aria-disabled", "true");
  await busy.press("Enter");
  await page.evaluate(() => window.mock.answerSlow());
  await expect(page.getByRole("button", { name: "Check now" })).toBeFocused();
  await expect(page.getByRole("status")).toHaveText("Checked");
  expect(await askedFor(page, "timekit.catchUp")).toHaveLength(1);
});

test("what could not be read is counted, and “Checked” is not said over that", async ({ open }) => {
  const trouble = { ...connected, unread: 2 };
  const page = await open(view(typicalDay, { timekit: trouble }));
  await openTimekit(page);
  await expect(page.getByText("Last checked 10:12 · 2 bookings couldn’t be read")).toBeVisible();
  await page.getByRole("button", { name: "Check now" }).click();
  await expect.poll(() => askedFor(page, "timekit.catchUp")).toHaveLength(1);
  await expect(page.getByRole("button", { name: "Check now" })).not.toHaveAttribute("aria-disabled", "true");
  await expect(page.getByRole("status")).not.toHaveText("Checked");
});

test("by hand there is one address for each graph and state", async ({ open }) => {
  const page = await open(view(typicalDay));
  await openAdvanced(page);
  await page.getByText("Add webhooks manually", { exact: true }).click();
  await page.getByLabel("Graph").selectOption("Classes");
  await page.getByRole("button", { name: "Copy webhook URL for Classes, cancelled" }).click();
  await expect(page.getByRole("status")).toHaveText("Webhook URL for cancelled copied");
  expect(await askedFor(page, "address.copy")).toEqual([{ graph: "group_owner", state: "cancelled" }]);
});
