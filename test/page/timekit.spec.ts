import { expect, type Page } from "@playwright/test";
import { problem } from "../../common/problems.ts";
import { askedFor, test } from "./page-test.ts";
import { openTimekit, openTunnel } from "./screens.ts";
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
  await expect(field).toHaveAccessibleDescription(/does not accept this App API key/);
  expect(await askedFor(page, "secrets.set")).toEqual([
    { name: "timekit", secret: "live_api_key", plain: false },
  ]);
  await page.evaluate(() => window.mock.refuse("secrets.set", null));
  await field.press("Enter");
  await expect(page.getByRole("status")).toHaveText("App API key saved");
});

test("the connection is told as it is", async ({ open }) => {
  const page = await open(view(typicalDay, { timekit: { state: "checking" } }));
  await page.keyboard.press("Control+,");
  const row = page.getByRole("button", { name: /^Connection/ });
  await expect(row).toContainText("Checking…");
  await row.click();
  await page.evaluate((timekit) => window.mock.change({ timekit }), connected);
  await expect(page.getByText("Connected to “Hill Valley”")).toBeVisible();
  const failed = { state: "failed", problem: problem("timekit-unreachable") } as const;
  await page.evaluate((timekit) => window.mock.change({ timekit }), failed);
  await expect(page.getByRole("region", { name: "Connection" })).toContainText("Timekit cannot be reached.");
  await page.keyboard.press("Escape");
  await expect(row).toBeFocused();
});

test("whose bookings are shown is chosen among those that can be booked", async ({ open }) => {
  const page = await open(view(typicalDay, { timekit: connected }));
  await openTimekit(page);
  const select = page.getByLabel("Whose bookings");
  await expect(select.getByRole("option")).toHaveText(["Everybody", "Emmett Brown", "Marty McFly"]);
  await select.selectOption("Marty McFly");
  await expect(page.getByRole("status")).toHaveText("Showing bookings of Marty McFly");
  await select.selectOption("Everybody");
  await expect
    .poll(() => askedFor(page, "timekit.chooseResource"))
    .toEqual([{ id: "marty", name: "Marty McFly" }, null]);
});

test("the one chosen is shown even while the others cannot be had", async ({ open }) => {
  const timekit = { ...connected, resource: { id: "doc", name: "Emmett Brown" } };
  const refused = { name: "timekit.resources", problem: problem("timekit-busy") } as const;
  const page = await open(view(typicalDay, { timekit }), { refused });
  await openTimekit(page);
  await expect(page.getByText("Timekit asks for a pause.")).toBeVisible();
  await expect(page.getByLabel("Whose bookings")).toHaveValue("doc");
});

test("webhooks are registered for the graphs that are ticked", async ({ open }) => {
  const page = await open(view(typicalDay, { timekit: connected }));
  await openTimekit(page);
  const register = page.getByRole("button", { name: "Register webhooks" });
  await expect(register).toBeDisabled();
  await page.getByRole("checkbox", { name: "Classes", exact: true }).check();
  await page.getByRole("checkbox", { name: "Booked at once" }).check();
  await register.click();
  await expect(page.getByRole("status")).toHaveText("Webhooks updated");
  expect(await askedFor(page, "timekit.registerWebhooks")).toEqual([["instant", "group_owner"]]);
});

test("how many webhooks stand is told, and what is wrong with them in place", async ({ open }) => {
  const webhooks = { graphs: ["instant"], registered: 4, wanted: 6, stale: true, problem: null } as const;
  const page = await open(view(typicalDay, { timekit: { ...connected, webhooks } }));
  await openTimekit(page);
  await expect(page.getByText("4 of 6 registered.")).toBeVisible();
  await expect(page.getByText("They still post to an old address")).toBeVisible();
  await refuse(page, "timekit.registerWebhooks");
  await page.getByRole("button", { name: "Update webhooks" }).click();
  await expect(page.getByText("Timekit does not accept this App API key.")).toBeVisible();
  await page.getByRole("checkbox", { name: "Booked at once" }).uncheck();
  await expect(page.getByRole("button", { name: "Remove webhooks" })).toBeEnabled();
});

test("what was missed is fetched on demand", async ({ open }) => {
  const page = await open(view(typicalDay, { timekit: connected }), { slow: "timekit.catchUp" });
  await openTimekit(page);
  await expect(page.getByText("Last fetched 10:12")).toBeVisible();
  await page.getByRole("button", { name: "Fetch now" }).click();
  const busy = page.getByRole("button", { name: "Fetching…" });
  await expect(busy).toHaveAttribute("aria-disabled", "true");
  await busy.press("Enter");
  await page.evaluate(() => window.mock.answerSlow());
  await expect(page.getByRole("button", { name: "Fetch now" })).toBeFocused();
  await expect(page.getByRole("status")).toHaveText("Fetched");
  expect(await askedFor(page, "timekit.catchUp")).toHaveLength(1);
});

test("what could not be read is counted, and “Fetched” is not said over that", async ({ open }) => {
  const trouble = { ...connected, unread: 2 };
  const page = await open(view(typicalDay, { timekit: trouble }));
  await openTimekit(page);
  await expect(page.getByText("Last fetched 10:12 · 2 bookings could not be read")).toBeVisible();
  await page.getByRole("button", { name: "Fetch now" }).click();
  await expect.poll(() => askedFor(page, "timekit.catchUp")).toHaveLength(1);
  await expect(page.getByRole("button", { name: "Fetch now" })).not.toHaveAttribute("aria-disabled", "true");
  await expect(page.getByRole("status")).not.toHaveText("Fetched");
});

test("by hand there is one address for each graph and state", async ({ open }) => {
  const page = await open(view(typicalDay));
  await openTunnel(page);
  await page.getByText("By hand").click();
  await page.getByLabel("Graph").selectOption("Classes");
  await page.getByRole("button", { name: "Copy address for Classes, cancelled" }).click();
  await expect(page.getByRole("status")).toHaveText("Address for cancelled copied");
  expect(await askedFor(page, "address.copy")).toEqual([{ graph: "group_owner", state: "cancelled" }]);
});
