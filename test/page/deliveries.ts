import type { Page } from "@playwright/test";
import type { DeliveryDetail } from "../../common/delivery.ts";
import { now } from "./views.ts";

const minute = 60_000;

/** A delivery as the log has it, so many minutes before every test's present. */
export function delivery(
  seq: number,
  minutesAgo: number,
  more: Partial<DeliveryDetail> = {},
): DeliveryDetail {
  const body = more.body ?? `{"id":"b-${seq}","state":"confirmed"}`;
  return {
    seq,
    receivedAt: now - minutesAgo * minute,
    via: "webhook",
    verdict: "first",
    reason: null,
    who: "Marty McFly",
    bookingId: "6f0c9e7a-6f5d-4c5d-9c1b-0d8f4d1c2a3b",
    change: more.verdict === undefined || more.verdict === "first" ? "new" : null,
    lateBy: 2000,
    bytes: body.length,
    again: 0,
    headers: { "content-type": "application/json", "user-agent": "Timekit-Webhooks/1.0" },
    body,
    ...more,
  };
}

/** One of each verdict and of each way to come, newest first. */
export const typicalLog: readonly DeliveryDetail[] = [
  delivery(10, 1, {
    verdict: "refused",
    reason: { code: "signature" },
    who: "",
    bookingId: null,
    change: null,
    lateBy: null,
    headers: {},
    body: "",
  }),
  delivery(9, 1, { lateBy: 400 }),
  delivery(8, 12, { via: "replay", verdict: "duplicate", who: "Clara Clayton", lateBy: 90 * minute }),
  delivery(7, 13, { verdict: "newer", change: "moved", who: "Jennifer Parker" }),
  delivery(6, 25, { verdict: "duplicate", who: "Jennifer Parker", lateBy: 61_000, again: 284 }),
  delivery(5, 95, { verdict: "stale", who: "Biff Tannen", lateBy: 185 * minute }),
  delivery(4, 96, { verdict: "newer", change: "cancelled", who: "Biff Tannen", lateBy: -3000 }),
  delivery(3, 24 * 60, {
    verdict: "unreadable",
    reason: { code: "as-told", text: "The body is not JSON." },
    who: "",
    bookingId: null,
    lateBy: null,
    body: "attendee=marty&when=soon",
  }),
  delivery(2, 3 * 24 * 60, { verdict: "newer", change: null, who: "Emmett Brown" }),
  delivery(1, 400 * 24 * 60, { change: "asked", who: "Emmett Brown", lateBy: 4 * 24 * 60 * minute }),
];

const long = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschaferswessenschafewaren";

export const hostileLog: readonly DeliveryDetail[] = [
  delivery(5, 1, { who: `${long} von und zu Hohenzollern`, verdict: "newer", change: "details" }),
  delivery(4, 2, {
    who: '<img src=x onerror="window.pwned=1">',
    body: '{"name":"</pre><img src=x onerror=\\"window.pwned=1\\"><script>window.pwned=1</script>"}',
    headers: { "user-agent": `<b>${long}</b>`, "x-\u202egnol": "\u202edlrow" },
  }),
  delivery(3, 3, { who: "\u202eevil\u202d نور الهدى", body: '{"name":"\u202eevil","city":"قاعة (3)"}' }),
  delivery(2, 4, {
    verdict: "unreadable",
    reason: { code: "as-told", text: `${long} `.repeat(3).trim() },
    who: "",
    change: null,
    body: "",
  }),
  delivery(1, 5, { who: "👩‍👩‍👧‍👦 Z̸̡̛̤̜a̷̢̱̎l̵̰͋g̷̈́o̴͑", body: "[".repeat(5000) + "]".repeat(5000) }),
];

/** So many in a row, newest first, the oldest with the number one. */
export function manyDeliveries(count: number): readonly DeliveryDetail[] {
  return Array.from({ length: count }, (_, index) =>
    delivery(count - index, 2 * (index + 1), { who: `Customer ${count - index}` }),
  );
}

export async function openLog(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Activity/ }).click();
  await page.getByRole("button", { name: "Delivery log" }).click();
}

export async function openDelivery(page: Page, seq: number): Promise<void> {
  await openLog(page);
  await page.locator(`[data-id="${seq}"]`).click();
}
