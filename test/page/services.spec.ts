import { expect, type Page } from "@playwright/test";
import { problem } from "../../common/problems.ts";
import type { View } from "../../common/view.ts";
import { askedFor, test } from "./page-test.ts";
import { openCalcom, openCalendly } from "./service-screens.ts";
import { calcomWith, calendlyWith } from "./service-views.ts";
import { calcom, secret, typicalDay, view } from "./views.ts";

const status = (page: Page) => page.getByRole("status");
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });

test("a server of one’s own is entered, refused in place, and there again when the page is opened anew", async ({
  open,
}) => {
  const page = await open(view(typicalDay));
  await openCalcom(page);
  const server = page.getByLabel("Server");
  await server.fill("http://cal.example.com");
  await page.evaluate(
    (refused) => window.mock.refuse("services.setCalcomBase", refused),
    problem("calcom-not-a-server"),
  );
  await server.press("Enter");
  await expect(page.getByText(/^That isn’t the address of a server’s API/)).toBeVisible();
  await expect(server).toHaveAttribute("aria-invalid", "true");
  await page.evaluate(() => window.mock.refuse("services.setCalcomBase", null));
  await server.fill("https://cal.example.com/api/v2");
  await server.press("Enter");
  await expect(status(page)).toHaveText("Saved");
  await page.keyboard.press("Escape");
  await button(page, /^Cal\.com/).click();
  await expect(server).toHaveValue("https://cal.example.com/api/v2");
  expect(await askedFor(page, "services.setCalcomBase")).toEqual([
    "http://cal.example.com",
    "https://cal.example.com/api/v2",
  ]);
});

test("with a key the webhook is registered and removed by keyboard, and the focus stays in its row", async ({
  open,
}) => {
  const page = await open(view(typicalDay, calcomWith("none")));
  await openCalcom(page);
  await expect(page.getByText("Connected as Nora Lindqvist")).toBeVisible();
  await button(page, "Register the webhook at Cal.com").press("Enter");
  await expect(status(page)).toHaveText("Webhook registered");
  await expect(page.getByText("Registered: Cal.com tells of each change at once.")).toBeVisible();
  await expect(button(page, "Remove the webhook at Cal.com")).toBeFocused();
  await page.keyboard.press("Enter");
  await button(page, "Remove").last().press("Enter");
  await expect(status(page)).toHaveText("Webhook removed");
  await expect(button(page, "Register the webhook at Cal.com")).toBeFocused();
});

test("an address that Bookbell has Cal.com post to is removed after the webhook only", async ({ open }) => {
  const page = await open(
    view(typicalDay, { ...calcom({ copiedHost: "hooks.example.com" }), ...calcomWith("right") }),
  );
  await openCalcom(page);
  const remove = button(page, "Remove address for Cal.com");
  await expect(button(page, "Copy webhook URL")).toBeVisible();
  await expect(remove).toHaveCount(0);
  await button(page, "Remove the webhook at Cal.com").press("Enter");
  await button(page, "Remove").last().press("Enter");
  await expect(remove).toBeVisible();
});

test("with a key what is done by hand is folded away, unless the address was copied", async ({ open }) => {
  const page = await open(view(typicalDay, calcomWith("right")));
  await openCalcom(page);
  await expect(button(page, "Make an address for Cal.com")).toBeHidden();
  await page.getByText("By hand", { exact: true }).click();
  await expect(button(page, "Make an address for Cal.com")).toBeVisible();
});

test("an address that was copied is in sight beside the key", async ({ open }) => {
  const copied = calcom({ copiedHost: "hooks.example.com" });
  const page = await open(view(typicalDay, { ...copied, ...calcomWith("right") }));
  await openCalcom(page);
  await expect(button(page, "Copy webhook URL")).toBeVisible();
});

const mended: readonly (readonly [string, Partial<View>, RegExp, boolean])[] = [
  ["off", calcomWith("off", problem("calcom-webhook-off")), /switched off at Cal\.com/, false],
  ["gone", calcomWith("gone", problem("calcom-webhook-gone")), /no longer there at Cal\.com/, false],
  ["template", calcomWith("template", problem("calcom-webhook-template")), /custom payload/, false],
  [
    "incomplete",
    calcomWith("incomplete", problem("calcom-webhook-incomplete")),
    /doesn’t tell of everything/,
    false,
  ],
  ["elsewhere", calcomWith("elsewhere"), /Registered at another address/, false],
  [
    "disabled",
    calendlyWith("disabled", { problem: problem("calendly-webhook-disabled") }),
    /has disabled/,
    true,
  ],
  ["stale", calendlyWith("stale"), /Registered at another address/, true],
];
for (const [state, parts, said, isCalendly] of mended)
  test(`a webhook that is ${state} says so once, and can be registered again`, async ({ open }) => {
    const page = await open(view(typicalDay, parts));
    await (isCalendly ? openCalendly : openCalcom)(page);
    await expect(page.getByRole("main").getByText(said)).toHaveCount(1);
    await button(page, /^Register again: the webhook at/).click();
    await expect(page.getByText(/^Registered: /)).toBeVisible();
  });

test("a webhook that works is not to be registered again", async ({ open }) => {
  const page = await open(view(typicalDay, calendlyWith("retrying")));
  await openCalendly(page);
  await expect(page.getByText(/didn’t get through and tries again/)).toBeVisible();
  await expect(button(page, /^Register/)).toHaveCount(0);
  await expect(page.getByText(/2 bookings couldn’t be read/)).toBeVisible();
});

test("a signing key of Calendly’s that cannot be read is said, and leads to what mends it", async ({
  open,
}) => {
  const parts = calendlyWith("active");
  const lost = secret("calendlySigning", { state: "unreadable" }).secrets.calendlySigning;
  const page = await open(
    view(typicalDay, { ...parts, secrets: { ...parts.secrets, calendlySigning: lost } }),
  );
  await expect(page.locator(".status-what")).toHaveText(
    "The signing key of Calendly’s webhook can’t be read.",
  );
  await button(page, "Open Calendly").click();
  await button(page, "Register again: the webhook at Calendly").press("Enter");
  await expect(status(page)).toHaveText("Webhook registered");
});

test("a token that is taken out says what stays behind", async ({ open }) => {
  const page = await open(view(typicalDay, calendlyWith("active")));
  await openCalendly(page);
  await page.evaluate((left) => window.mock.refuse("secrets.set", left), problem("calendly-webhook-left"));
  const remove = page.getByRole("button", { name: "Remove", exact: true });
  await remove.click();
  await expect(page.getByText(/The webhook goes with it/)).toBeVisible();
  await remove.click();
  await expect(page.getByText(/couldn’t be asked to remove Bookbell’s webhook/)).toBeVisible();
});
