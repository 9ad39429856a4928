import { createHmac } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import path from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";
import { type Bookbell, opened } from "../support/bookbell.ts";
import { hookWith } from "../support/calcom.ts";
import { startCalcomApi } from "../support/calcom-api.ts";
import { type Front, post, startFront } from "../support/front.ts";
import { todayAt } from "../support/today.ts";
import { test as base, rowOf } from "./test.ts";

interface Given {
  calcom: Awaited<ReturnType<typeof startCalcomApi>>;
  /** A web server that leads to Bookbell's port. */
  front: Front;
  newcomer: Bookbell;
}

const test = base.extend<Given>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
  calcom: async ({}, use) => {
    const calcom = await startCalcomApi();
    await use(calcom);
    await calcom.stop();
  },
  front: async ({ desktop, port }, use) => {
    const socket = path.join(desktop.dir, "hooks.sock");
    const bridge = createServer((incoming) => {
      const onward = connect(port, "127.0.0.1");
      for (const [one, other] of [[incoming, onward] as const, [onward, incoming] as const])
        one.on("error", () => other.destroy()).pipe(other);
    });
    await new Promise<void>((resolve) => bridge.listen(socket, resolve));
    const front = await startFront(desktop.dir, { socket });
    await use(front);
    await front.stop();
    await new Promise((resolve) => bridge.close(resolve));
  },
  newcomer: async ({ desktop, port, start, calcom, front, daemon: _ }, use) => {
    const profile = path.join(desktop.dir, "profile");
    await mkdir(profile, { recursive: true });
    await writeFile(path.join(profile, "settings.json"), JSON.stringify({ port, setup: "reach" }));
    const env = { NODE_EXTRA_CA_CERTS: front.caFile, BOOKBELL_CALCOM_API: calcom.url };
    await use(await start([], profile, { ...desktop.env, ...env }));
  },
});

/** Tabs on until it has the focus. */
async function tabTo(page: Page, target: Locator) {
  for (let tabs = 0; tabs < 40; tabs += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`No Tab leads to ${target}.`);
}

test("a newcomer who is booked through Cal.com is set up by keyboard alone, and the first booking arrives", async ({
  newcomer,
  calcom,
  front,
  daemon,
  now,
}) => {
  const page = await opened(newcomer);
  const press = async (name: string | RegExp) => {
    await tabTo(page, page.getByRole("button", { name }));
    await page.keyboard.press("Enter");
  };
  await tabTo(page, page.getByRole("radio", { name: /^Cloudflare quick tunnel/ }));
  for (const _ of ["named", "ngrok", "server", "address"]) await page.keyboard.press("ArrowDown");
  await tabTo(page, page.getByLabel("Public address"));
  await page.keyboard.type(front.url);
  await page.keyboard.press("Enter");
  await press("Use Your own address");
  await expect(page.getByRole("region", { name: "State" })).toContainText("Reachable through 127.0.0.1");
  await press("Next");

  await expect(page.getByRole("heading", { level: 2 }).first()).toBeFocused();
  await tabTo(page, page.getByRole("checkbox", { name: "Timekit", exact: true }));
  for (const key of ["Space", "Tab", "Space"]) await page.keyboard.press(key);
  await press("Set key");
  await page.keyboard.type(calcom.key);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Connected as Nora Lindqvist")).toBeVisible();
  await press("Register the webhook at Cal.com");
  await expect(page.getByRole("status")).toHaveText("Webhook registered");

  const [webhook] = calcom.webhooks.values();
  const { origin, pathname } = new URL(webhook?.subscriberUrl ?? "");
  expect(origin).toBe(front.url);
  const times = {
    startTime: todayAt("15:00", now).toISOString(),
    endTime: todayAt("15:30", now).toISOString(),
  };
  const body = hookWith("created", times, new Date(Date.now() + 1_000).toISOString());
  const signature = createHmac("sha256", webhook?.secret ?? "")
    .update(body)
    .digest("hex");
  const headers = { "content-type": "application/json", "x-cal-signature-256": signature };
  expect((await post(front, body, headers, pathname)).status).toBe(204);
  await daemon.waitFor(({ summary }) => summary.startsWith("New booking: Sam Okafor"));

  // The test booking goes by Timekit's address, which is always there.
  await press("Next");
  await press("Prove it");
  await expect(page.getByText(/^Bookbell works/).first()).toBeVisible();
  await press("Done");
  await expect(rowOf(page, "Sam Okafor")).toContainText("15:00");
  expect((await newcomer.settings()).setup).toBe("done");
});
