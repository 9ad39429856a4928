import { createHmac } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { hookPath } from "../../main/lib/tokens.ts";
import { type Bookbell, opened } from "../support/bookbell.ts";
import { hookWith } from "../support/calcom.ts";
import { calendlyBody, calendlyBodyWith } from "../support/calendly-payloads.ts";
import { signedByCalendly } from "../support/calendly-signing.ts";
import { bookingAt } from "../support/example.ts";
import { formHeaders, forwarded } from "../support/forwarded.ts";
import { type Front, post } from "../support/front.ts";
import { todayAt } from "../support/today.ts";
import { backToSetup, keyboardOf, openService, reachBy, test } from "./newcomer.ts";
import { rowOf } from "./test.ts";

/** What the live region says may be followed by other news at once: this stays. */
const isRegistered = (page: Page) => expect(page.getByText(/^Registered: /)).toBeVisible();
const json = { "content-type": "application/json" };
const halfAnHour = 30 * 60_000;
const later = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString();

interface Posted {
  readonly by?: string;
  /** Another booking than the sample's own. */
  readonly of?: { uri: string; event: string };
}

/** The path of a webhook, which leads to the public address. */
function pathAt({ url }: Front, hook: string | undefined): string {
  const { origin, pathname } = new URL(hook ?? "");
  expect(origin).toBe(url);
  return pathname;
}

/** The test booking goes by itself, by Timekit's address, which is always there. */
async function finish(page: Page, newcomer: Bookbell): Promise<void> {
  await expect(page.getByText(/^It works: the test booking was on your screen/).first()).toBeVisible();
  await keyboardOf(page).press("Done");
  await expect.poll(async () => (await newcomer.settings()).setup).toBe("done");
}

test("a newcomer who is booked through Timekit is set up by keyboard alone, and the first booking arrives", async ({
  newcomer,
  timekit,
  front,
  daemon,
  now,
}) => {
  const page = await opened(newcomer);
  await daemon.waitFor(({ summary }) => summary === "Hello from Bookbell");
  await expect(page.getByRole("listitem", { name: /^Notifications work/ })).toBeVisible();
  await reachBy(page, front);
  await page.keyboard.type(timekit.key);
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^[1-9]\d* webhooks registered$/)).toBeVisible();
  // Those of the one graph that the account's only project is booked by.
  expect(new Set([...timekit.webhooks.values()].map(({ graph }) => graph))).toEqual(new Set(["instant"]));
  const [webhook] = timekit.webhooks.values();
  const at = pathAt(front, webhook?.url);
  expect((await post(front, bookingAt(now, "15:00", "16:00"), json, at)).status).toBe(204);
  await daemon.waitFor(({ summary }) => summary.startsWith("New booking: Marty McFly"));
  await finish(page, newcomer);
  await expect(rowOf(page, "Marty McFly")).toContainText("15:00");
});

test("so is one who is booked through Cal.com", async ({ newcomer, calcom, front, daemon, now }) => {
  const page = await opened(newcomer);
  const { enter, press } = keyboardOf(page);
  await reachBy(page, front);
  await openService(page, /^Cal\.com/);
  await enter("Set key", calcom.key);
  await expect(page.getByText("Connected as Nora Lindqvist")).toBeVisible();
  await press("Register the webhook at Cal.com");
  await isRegistered(page);
  await backToSetup(page);

  const [webhook] = calcom.webhooks.values();
  const times = {
    startTime: todayAt("15:00", now).toISOString(),
    endTime: todayAt("15:30", now).toISOString(),
  };
  const body = hookWith("created", times, later(1));
  const signature = createHmac("sha256", webhook?.secret ?? "")
    .update(body)
    .digest("hex");
  const headers = { ...json, "x-cal-signature-256": signature };
  expect((await post(front, body, headers, pathAt(front, webhook?.subscriberUrl))).status).toBe(204);
  await daemon.waitFor(({ summary }) => summary.startsWith("New booking: Sam Okafor"));
  await finish(page, newcomer);
  await expect(rowOf(page, "Sam Okafor")).toContainText("15:00");
});

test("so is one who is booked through Calendly, where the booking is moved and cancelled, too", async ({
  newcomer,
  calendly,
  front,
  daemon,
  now,
}) => {
  const page = await opened(newcomer);
  const { enter, press } = keyboardOf(page);
  await reachBy(page, front);
  await openService(page, /^Calendly/);
  await enter("Set token", calendly.token);
  await expect(page.getByText("Connected as Nora Lindqvist")).toBeVisible();
  await press("Register the webhook at Calendly");
  await isRegistered(page);
  await backToSetup(page);

  const [webhook] = calendly.subscriptions.values();
  const at = pathAt(front, webhook?.callback_url);
  const key = webhook?.signing_key ?? "";
  /** Posts a sample, with a time of today, as what happened so many seconds from now. */
  const send = async (name: string, clock: string, seconds: number, { by = key, of }: Posted = {}) => {
    const times = {
      start_time: todayAt(clock, now).toISOString(),
      end_time: new Date(todayAt(clock, now).getTime() + halfAnHour).toISOString(),
    };
    const updated_at = later(seconds);
    const body = calendlyBodyWith(name, {
      envelope: { created_at: updated_at },
      invitee: { updated_at, ...of },
      event: { updated_at, ...times, ...(of && { uri: of.event }) },
    });
    const headers = { ...json, "calendly-webhook-signature": signedByCalendly(by, body, Date.now()) };
    return (await post(front, body, headers, at)).status;
  };
  expect(await send("invitee.created", "15:00", 1, { by: "somebody else’s" })).toBe(401);
  expect(await send("invitee.created", "15:00", 1)).toBe(204);
  await daemon.waitFor(({ summary }) => summary.startsWith("New booking: Sam Okafor"));
  expect(await send("invitee.canceled.rescheduled", "15:00", 2)).toBe(204);
  expect(await send("invitee.created.rescheduled", "17:00", 2)).toBe(204);
  await daemon.waitFor(({ summary }) => summary.startsWith("Moved: Sam Okafor"));
  await finish(page, newcomer);
  const row = rowOf(page, "Sam Okafor").filter({ has: page.locator(".row-start", { hasText: "17:00" }) });
  await expect(row).toBeVisible();
  const { uri, event } = JSON.parse(calendlyBody("invitee.created.rescheduled").toString()).payload;
  expect(await send("invitee.canceled.by-host", "17:00", 3, { of: { uri, event } })).toBe(204);
  await expect(row).toContainText("cancelled");
  const told = daemon.received.map(({ summary }) => summary);
  expect(told.filter((summary) => /^(New booking|Moved): Sam/.test(summary))).toHaveLength(2);
});

test("so is one whose Zap forwards Timekit’s webhooks", async ({ newcomer, front, daemon, now }) => {
  const page = await opened(newcomer);
  const { press } = keyboardOf(page);
  await reachBy(page, front);
  await openService(page, /^Through Zapier/);
  await press("Make an address for your Zap");
  await press("Copy webhook URL");
  await backToSetup(page);
  const { addresses } = await newcomer.settings();
  const at = hookPath(addresses.zapier?.token ?? "", "zapier");
  const body = forwarded(bookingAt(now, "15:00", "16:00"));
  expect((await post(front, body, formHeaders, at)).status).toBe(204);
  await daemon.waitFor(({ summary }) => summary.startsWith("New booking: Marty McFly"));
  await finish(page, newcomer);
  await expect(rowOf(page, "Marty McFly")).toContainText("15:00");
});
