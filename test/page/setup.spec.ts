import { expect, type Page } from "@playwright/test";
import { problem } from "../../common/problems.ts";
import type { View } from "../../common/view.ts";
import { openRow } from "./open-settings.ts";
import { askedFor, test } from "./page-test.ts";
import { calcomWith } from "./service-views.ts";
import { newcomer, reached, registered } from "./setup-screens.ts";
import { address, connected, reach, secret, typicalDay, view, zapier } from "./views.ts";

const change = (page: Page, changes: Partial<View>) =>
  page.evaluate((changes) => window.mock.change(changes), changes);
const card = (page: Page, name: string | RegExp) => page.getByRole("listitem", { name });
const key = (page: Page) => page.getByLabel("Timekit’s App API key");
const proven = {
  mark: "a",
  reached: { tunnel: 1, receiver: 2, store: 3, notification: 4, window: 301 },
  failed: null,
};

/** Each text that is seen, once: a word stays read. */
function watchWords(page: Page) {
  const seen = new Set<string>();
  return {
    async look() {
      const texts = await page.evaluate(() => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const found: string[] = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const hidden = node.parentElement?.closest(".visually-hidden, [role=status]");
          if (!hidden && node.parentElement?.checkVisibility()) found.push(node.textContent ?? "");
        }
        const fields = [...document.querySelectorAll("input")].map((field) => field.placeholder);
        return [...found, ...fields];
      });
      for (const text of texts) if (text.trim()) seen.add(text.trim());
    },
    count: () =>
      [...seen].flatMap((text) => text.split(/\s+/)).filter((word) => /[\p{L}\d]/u.test(word)).length,
  };
}

test("the shortest way takes at most four clicks and 115 words, and the rest happens by itself", async ({
  open,
}) => {
  const page = await open(newcomer({ greeted: null }));
  const words = watchWords(page);
  let clicks = 0;
  const press = async (name: string) => {
    clicks += 1;
    await page.getByRole("button", { name, exact: true }).click();
  };
  await expect(card(page, /^Notifications work/)).toContainText("You saw “Hello from Bookbell”.");
  await words.look();
  await press("Download and open");
  await change(page, { cloudflared: { state: "downloading", got: 12e6, size: 38e6 } });
  await words.look();
  await change(page, { cloudflared: { state: "found", file: "/x" }, ...reach("unknown", { given: false }) });
  await expect(page.getByText("Opening the tunnel…")).toBeVisible();
  await words.look();
  await change(page, reached);
  await expect(key(page)).toBeFocused();
  await words.look();
  await page.keyboard.insertText("live_api_key");
  await press("Connect");
  await change(page, {
    ...secret("timekit", { state: "on", kept: "encrypted" }),
    timekit: { ...connected, webhooks: { ...connected.webhooks } },
  });
  await expect(page.getByText("10 webhooks registered")).toBeVisible();
  await words.look();
  await expect.poll(() => askedFor(page, "proof.run")).toHaveLength(1);
  await change(page, { proof: { ...proven, reached: {} } });
  await words.look();
  await change(page, { proof: proven });
  await expect(
    page.getByText("It works: the test booking was on your screen in 0.3 s.").first(),
  ).toBeVisible();
  await words.look();
  await press("Done");
  await expect(page.getByRole("heading", { name: "Welcome to Bookbell" })).toHaveCount(0);

  expect(clicks).toBeLessThanOrEqual(4);
  expect(words.count()).toBeLessThanOrEqual(115);
  expect(await askedFor(page, "alerts.greet")).toHaveLength(1);
  expect(await askedFor(page, "tunnel.change")).toEqual([{ kind: "cloudflare-quick" }]);
  expect(await askedFor(page, "tunnel.downloadCloudflared")).toHaveLength(1);
  expect(await askedFor(page, "secrets.set")).toEqual([
    { name: "timekit", secret: "live_api_key", plain: false },
  ]);
  // Those that the account's projects are booked by.
  expect(await askedFor(page, "timekit.registerWebhooks")).toEqual([["instant", "confirm_decline"]]);
  expect(await askedFor(page, "settings.setStartAtLogin")).toEqual([true]);
  expect(await askedFor(page, "settings.setSetup")).toEqual(["done"]);
});

test("it is gone through by keyboard alone, one card open at a time", async ({ open }) => {
  const page = await open(newcomer());
  for (const name of ["Later", "I didn’t see the notification", "Download and open"]) {
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name, exact: true })).toBeFocused();
  }
  await page.keyboard.press("Enter");
  await expect.poll(() => askedFor(page, "tunnel.downloadCloudflared")).toHaveLength(1);
  await expect(page.locator(".setup-open")).toHaveCount(1);
  await change(page, reached);
  await expect(page.locator(".setup-open")).toHaveCount(1);
  await expect(key(page)).toBeFocused();
  await page.keyboard.insertText("live_api_key");
  await page.keyboard.press("Enter");
  await expect.poll(() => askedFor(page, "secrets.set")).toHaveLength(1);
  await change(page, { ...registered, proof: proven });
  await expect(page.getByRole("button", { name: "Done" })).toBeFocused();
});

test("a notification that cannot be shown says so with its remedy, and is tried again", async ({ open }) => {
  const page = await open(newcomer({ greeted: null }));
  await page.evaluate(() => {
    window.mock.answers.greeted = false;
  });
  await expect(card(page, /^Notifications work/)).toBeVisible();
  await page.getByRole("button", { name: "I didn’t see the notification" }).click();
  const failed = card(page, /^Notifications don’t work yet/);
  await expect(failed).toContainText("Turn them on for Bookbell in your system settings.");
  await page.evaluate(() => {
    window.mock.answers.greeted = true;
  });
  await failed.getByRole("button", { name: "Try again" }).click();
  await expect(card(page, /^Did you see it now/)).toContainText("turn off Do Not Disturb");
  expect(await askedFor(page, "alerts.greet")).toHaveLength(3);
});

test("a program that is there is not downloaded, and a tunnel that fails says why", async ({ open }) => {
  const found = { cloudflared: { state: "found", file: "/usr/bin/cloudflared" } } as const;
  const page = await open(newcomer(found));
  await page.getByRole("button", { name: "Open tunnel" }).click();
  await expect.poll(() => askedFor(page, "tunnel.change")).toEqual([{ kind: "cloudflare-quick" }]);
  expect(await askedFor(page, "tunnel.downloadCloudflared")).toEqual([]);
  await change(page, reach("not-receiving", { problem: problem("front-door-silent"), given: false }));
  await page.getByRole("button", { name: "Try again" }).click();
  await expect.poll(() => askedFor(page, "tunnel.reconnect")).toHaveLength(1);
});

test("other ways in are a link away, and Escape comes back", async ({ open }) => {
  const page = await open(newcomer());
  await page.getByRole("button", { name: "Other ways…" }).click();
  await expect(page.getByRole("radio", { name: /^A team relay/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Welcome to Bookbell");
});

test("where Timekit shows the key is a click away; without one the URL is copied in place", async ({
  open,
}) => {
  const page = await open(newcomer(reached));
  await page.getByRole("button", { name: /^Where is it/ }).click();
  expect(await askedFor(page, "timekit.openAdmin")).toHaveLength(1);
  await page.getByRole("button", { name: /^No key/ }).click();
  await page.getByRole("button", { name: "Copy webhook URL for Instant bookings, confirmed" }).click();
  expect(await askedFor(page, "address.copy")).toEqual([{ graph: "instant", state: "confirmed" }]);
  await change(page, reach("receiving", { given: true }));
  await expect(card(page, /^Connected/)).toContainText("Bookbell’s URL is in use.");
});

test("a key that Timekit refuses stays in its field, and one without a keyring is kept as agreed", async ({
  open,
}) => {
  const refused = { name: "secrets.set", problem: problem("timekit-key-refused") } as const;
  const page = await open(newcomer({ ...reached, ...address({ kept: "plain" }) }), { refused });
  await expect(page.getByText(/^This system has no keyring/)).toBeVisible();
  await page.getByRole("checkbox", { name: "Save it here without encryption" }).check();
  await key(page).fill("live_api_key");
  await key(page).press("Enter");
  await expect(key(page)).toHaveAccessibleDescription(/doesn’t accept this App API key/);
  await expect(key(page)).toHaveValue("live_api_key");
  expect(await askedFor(page, "secrets.set")).toEqual([
    { name: "timekit", secret: "live_api_key", plain: true },
  ]);
});

test("what no project is known of is registered for every graph, and why that failed is said", async ({
  open,
}) => {
  const refused = { name: "timekit.registerWebhooks", problem: problem("timekit-busy") } as const;
  const page = await open(newcomer(reached), { refused });
  await page.evaluate(() => {
    window.mock.answers.graphs = [];
  });
  await change(page, { timekit: connected });
  await expect(page.getByText("Timekit is limiting requests.")).toBeVisible();
  await page.evaluate(() => window.mock.refuse("timekit.registerWebhooks", null));
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("35 webhooks registered")).toBeVisible();
});

for (const [name, connection] of [
  ["Zapier", zapier({ copiedHost: "hooks.example.com" })],
  ["Cal.com", calcomWith("right")],
] as const)
  test(`who is booked through ${name} is connected without a key of Timekit’s`, async ({ open }) => {
    const page = await open(newcomer(reached));
    await page.getByRole("button", { name: /^Other services/ }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Booking services");
    await change(page, connection);
    await page.keyboard.press("Escape");
    await expect(card(page, /^Connected/)).toBeVisible();
    await expect.poll(() => askedFor(page, "proof.run")).toHaveLength(1);
  });

test("a test that fails says why, is sent again, and does not hold anybody up", async ({ open }) => {
  const failed = { step: "notification", problem: problem("notifications-failed") } as const;
  const page = await open(newcomer({ ...registered, proof: { mark: "a", reached: {}, failed } }));
  const last = card(page, /^Send a test booking/);
  await expect(last).toContainText("Notifications can’t be shown.");
  await last.getByRole("button", { name: "Send again" }).click();
  await expect.poll(() => askedFor(page, "proof.run")).toHaveLength(1);
  await last.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("heading", { name: "Welcome to Bookbell" })).toHaveCount(0);
});

test("who does not want it to start at login says so in the first run", async ({ open }) => {
  const page = await open(newcomer({ ...registered, proof: proven }));
  await expect(page.getByRole("switch", { name: "Start at login" })).toBeChecked();
  await page.getByRole("switch", { name: "Start at login" }).click();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("heading", { name: "Welcome to Bookbell" })).toHaveCount(0);
  expect(await askedFor(page, "settings.setStartAtLogin")).toEqual([]);
});

test("who sets up again keeps what they chose before", async ({ open }) => {
  const page = await open(view(typicalDay, { setup: "open", greeted: true, proof: proven }));
  await expect(page.getByRole("switch", { name: "Start at login" })).not.toBeChecked();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("heading", { name: "Welcome to Bookbell" })).toHaveCount(0);
  expect(await askedFor(page, "settings.setStartAtLogin")).toEqual([]);
});

test("put off half-way it stays on the main page, and is gone on with from there", async ({ open }) => {
  const page = await open(newcomer());
  await page.getByRole("button", { name: "Later" }).click();
  await expect(page.locator(".footer")).toContainText("Not set up");
  await page.getByRole("button", { name: "Finish setting up" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Welcome to Bookbell");
  expect(await askedFor(page, "settings.setSetup")).toEqual(["done", "open"]);
});

test("it is begun again from the settings", async ({ open }) => {
  const page = await open(view(typicalDay, { proof: proven, greeted: true }));
  await openRow(/^About/)(page);
  await page.getByRole("button", { name: "Run setup again" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Welcome to Bookbell");
});

test("what main refuses is said, and the first run stays", async ({ open }) => {
  const refused = { name: "settings.setSetup", problem: problem("internal") } as const;
  const page = await open(newcomer(), { refused });
  await page.getByRole("button", { name: "Later" }).click();
  await expect(page.getByText("Something went wrong inside Bookbell.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Welcome to Bookbell");
});
