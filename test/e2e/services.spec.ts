import { createHmac } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, type Page } from "@playwright/test";
import { hookPath } from "../../main/lib/tokens.ts";
import { type Bookbell, opened, postTo } from "../support/bookbell.ts";
import { hookWith } from "../support/calcom.ts";
import { startCalcomApi } from "../support/calcom-api.ts";
import { startCalendlyApi } from "../support/calendly-api.ts";
import { test as base } from "./test.ts";

interface Given {
  calcom: Awaited<ReturnType<typeof startCalcomApi>>;
  calendly: Awaited<ReturnType<typeof startCalendlyApi>>;
  /** With a public address where nobody answers. */
  reachable: Bookbell;
}

const test = base.extend<Given>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
  calcom: async ({}, use) => {
    const calcom = await startCalcomApi();
    await use(calcom);
    await calcom.stop();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
  calendly: async ({}, use) => {
    const calendly = await startCalendlyApi();
    await use(calendly);
    await calendly.stop();
  },
  reachable: async ({ desktop, port, start, calcom, calendly, daemon: _ }, use) => {
    const profile = path.join(desktop.dir, "profile");
    await mkdir(profile, { recursive: true });
    const ssh = { host: "", port: 22, user: "", keyFile: "", socket: "", url: "", hostKey: "" };
    const none = { cloudflared: "", namedUrl: "", ngrokDomain: "", ssh };
    const tunnel = { ...none, kind: "own-url", ownUrl: "https://hooks.example.test" };
    await writeFile(path.join(profile, "settings.json"), JSON.stringify({ port, setup: "done", tunnel }));
    const env = { BOOKBELL_CALCOM_API: calcom.url, BOOKBELL_CALENDLY_API: calendly.url };
    await use(await start([], profile, { ...desktop.env, ...env }));
  },
});

async function connect(page: Page, name: RegExp, key: string) {
  await page.getByRole("button", { name: "Settings", exact: true }).press("Enter");
  await page.getByRole("button", { name }).press("Enter");
  await page.getByRole("button", { name: /^Set (key|token)/ }).press("Enter");
  await page.keyboard.type(key);
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^Connected as/)).toBeVisible();
  await page.getByRole("button", { name: /^Register the webhook/ }).press("Enter");
  await expect(page.getByRole("status")).toHaveText("Webhook registered");
}

test("Cal.com is connected by its key, posts signed, and is asked for what was missed", async ({
  reachable,
  calcom,
  daemon,
}) => {
  const page = await opened(reachable);
  await connect(page, /^Cal\.com/, calcom.key);
  const [webhook] = [...calcom.webhooks.values()];
  const { addresses } = await reachable.settings();
  const at = hookPath(addresses.calcom?.token ?? "", "calcom");
  expect(webhook?.subscriberUrl).toBe(`https://hooks.example.test${at}`);
  const body = hookWith("created", {}, new Date(Date.now() + 1_000).toISOString());
  const sign = (by: string) => createHmac("sha256", by).update(body).digest("hex");
  const post = (by: string) =>
    reachable.url().then((url) =>
      postTo(new URL(at, url).href, body, {
        "content-type": "application/json",
        "x-cal-signature-256": sign(by),
      }),
    );
  expect(await post("not the secret")).toBe(401);
  expect(await post(webhook?.secret ?? "")).toBe(204);
  await daemon.waitFor(({ summary }) => summary.startsWith("New booking: Sam Okafor"));
});

test("Calendly is connected by its token, is asked for what was missed, and has no webhook once that is removed", async ({
  reachable,
  calendly,
  daemon,
}) => {
  const page = await opened(reachable);
  await connect(page, /^Calendly/, calendly.token);
  expect([...calendly.subscriptions.values()]).toHaveLength(1);
  calendly.book("missed");
  await page.getByRole("button", { name: "Fetch now: missed bookings from Calendly" }).press("Enter");
  await expect(page.getByRole("status")).toHaveText("Fetched");
  await daemon.waitFor(({ summary }) => summary.startsWith("New booking"));
  await page.getByRole("button", { name: "Remove", exact: true }).press("Enter");
  await expect(page.getByText(/^Remove the token\?/)).toBeVisible();
  await page.getByRole("button", { name: "Remove", exact: true }).press("Enter");
  await expect(page.getByRole("status")).toHaveText("Calendly’s token removed");
  expect(calendly.subscriptions.size).toBe(0);
  const { secrets, addresses } = await reachable.settings();
  expect([secrets.calendly, secrets.calendlySigning, addresses.calendly?.address.newest]).toEqual([
    null,
    null,
    "",
  ]);
});
