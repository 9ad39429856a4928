import { createHmac } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, type Page } from "@playwright/test";
import { hookPath } from "../../main/lib/tokens.ts";
import { chooseMore } from "../page/booking-screens.ts";
import { type Bookbell, opened, postTo } from "../support/bookbell.ts";
import { calcomJson, hookWith } from "../support/calcom.ts";
import { startCalcomApi } from "../support/calcom-api.ts";
import { startCalendlyApi } from "../support/calendly-api.ts";
import { notingLinks, openedLinks } from "./acting.ts";
import { test as base } from "./test.ts";

const hour = 3_600_000;

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
  await page.getByRole("button", { name: /^Booking services/ }).press("Enter");
  await page.getByRole("button", { name }).press("Enter");
  await page.getByRole("button", { name: /^Set (key|token)/ }).press("Enter");
  await page.keyboard.type(key);
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^Connected as/)).toBeVisible();
  await page.getByRole("button", { name: /^Register the webhook/ }).press("Enter");
  // The live region may say at once that nobody answers at the public address.
  await expect(page.getByText(/^Registered: /)).toBeVisible();
}

/** Posts a body as Cal.com does, signed with that secret; gives the status of the answer. */
async function postSigned(bookbell: Bookbell, body: Buffer, secret: string): Promise<number> {
  const { addresses } = await bookbell.settings();
  const at = new URL(hookPath(addresses.calcom?.token ?? "", "calcom"), await bookbell.url());
  const signature = createHmac("sha256", secret).update(body).digest("hex");
  const headers = { "content-type": "application/json", "x-cal-signature-256": signature };
  return postTo(at.href, body, headers);
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
  expect(await postSigned(reachable, body, "not the secret")).toBe(401);
  expect(await postSigned(reachable, body, webhook?.secret ?? "")).toBe(204);
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
  await page.getByRole("button", { name: "Check now: missed bookings from Calendly" }).press("Enter");
  await daemon.waitFor(({ summary }) => summary.startsWith("New booking"));
  await page.getByRole("button", { name: "Remove", exact: true }).press("Enter");
  await expect(page.getByText(/^Remove the token\?/)).toBeVisible();
  await page.getByRole("button", { name: "Remove", exact: true }).press("Enter");
  const kept = async () => {
    const { secrets, addresses } = await reachable.settings();
    return [secrets.calendly, secrets.calendlySigning, addresses.calendly?.address.newest];
  };
  await expect.poll(kept).toEqual([null, null, ""]);
  expect(calendly.subscriptions.size).toBe(0);
});

test("what is asked for at Cal.com is confirmed from its notification and from the window, and opened there", async ({
  reachable,
  calcom,
  daemon,
  now,
}) => {
  const page = await opened(reachable);
  await notingLinks(reachable);
  await connect(page, /^Cal\.com/, calcom.key);
  const [webhook] = [...calcom.webhooks.values()];
  async function askFor(uid: string, hours: number) {
    const [start, end] = [now + hours * hour, now + (hours + 1) * hour].map((at) =>
      new Date(at).toISOString(),
    );
    const createdAt = new Date().toISOString();
    calcom.bookings.set(uid, {
      ...calcomJson("row/accepted"),
      ...{ uid, status: "pending", start, end, createdAt, updatedAt: createdAt },
    });
    const body = hookWith("requested", { uid, startTime: start, endTime: end }, createdAt);
    expect(await postSigned(reachable, body, webhook?.secret ?? "")).toBe(204);
    return daemon.waitFor(
      ({ summary, state }) => summary.startsWith("Booking request: Sam") && state === "shown",
    );
  }

  await daemon.click(await askFor("asked1", 2), "Confirm");
  await daemon.waitFor(({ summary }) => summary.startsWith("Confirmed: Sam Okafor"));
  expect(calcom.bookings.get("asked1")?.status).toBe("accepted");

  await askFor("asked2", 4);
  for (const _ of ["the service", "services", "settings"]) await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Confirm Sam Okafor/ }).press("Enter");
  await expect.poll(() => calcom.bookings.get("asked2")?.status).toBe("accepted");
  await expect(page.getByRole("button", { name: /^Confirm Sam Okafor/ })).toHaveCount(0);

  await page
    .locator('li[data-id="calcom:asked2"]')
    .getByRole("button", { name: /^Open Sam/ })
    .click();
  await chooseMore(page, "Open in Cal.com");
  await expect.poll(() => openedLinks(reachable)).toEqual(["https://app.cal.com/booking/asked2"]);
});

test("a booking of Calendly's is cancelled from the window with a reason, and opened there", async ({
  reachable,
  calendly,
  daemon,
  now,
}) => {
  const page = await opened(reachable);
  await notingLinks(reachable);
  await connect(page, /^Calendly/, calendly.token);
  const at = (hours: number) => new Date(now + hours * hour).toISOString();
  calendly.book("E1", { start_time: at(2), end_time: at(3) });
  await page.getByRole("button", { name: "Check now: missed bookings from Calendly" }).press("Enter");
  await daemon.click(await daemon.waitFor(({ summary }) => summary.startsWith("New booking")));
  await page.locator('li[data-id="calendly:E1.E1-sam"]').getByRole("button", { name: /^Open/ }).click();
  await chooseMore(page, /^Cancel booking/);
  await page.keyboard.type("I am ill");
  await page.keyboard.press("Enter");
  const asked = () => calendly.requests.find(({ path }) => path.endsWith("/cancellation"))?.body;
  await expect.poll(asked).toEqual({ reason: "I am ill" });
  await expect(page.getByText("I am ill")).toBeVisible();
  await page.getByRole("button", { name: "More", exact: true }).press("Enter");
  await expect(page.getByRole("menuitem", { name: /^Cancel booking/ })).toHaveCount(0);
  await page.getByRole("menuitem", { name: "Open in Calendly" }).press("Enter");
  const place = "https://calendly.com/app/scheduled_events/user/me?period=upcoming&uuid=E1";
  await expect.poll(() => openedLinks(reachable)).toEqual([place]);
});
