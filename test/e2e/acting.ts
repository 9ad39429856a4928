import { expect } from "@playwright/test";
import { type Bookbell, opened } from "../support/bookbell.ts";
import { bookingAt, exampleAt } from "../support/example.ts";
import { startTimekitApi } from "../support/timekit-api.ts";
import { test as base } from "./test.ts";
import { viewOf } from "./view.ts";

interface Given {
  timekit: Awaited<ReturnType<typeof startTimekitApi>>;
  /** A Bookbell with that Timekit's key. */
  connected: Bookbell;
}

/** With a stand-in for Timekit that Bookbell may ask to act. */
export const test = base.extend<Given>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
  timekit: async ({}, use) => {
    const timekit = await startTimekitApi();
    await use(timekit);
    await timekit.stop();
  },
  connected: async ({ start, desktop, timekit }, use) => {
    const bookbell = await start([], undefined, { ...desktop.env, BOOKBELL_TIMEKIT_API: timekit.url });
    const page = await opened(bookbell);
    await page.evaluate(
      (secret) => window.bookbell.secrets.set({ name: "timekit", secret, plain: true }),
      timekit.key,
    );
    // What the first look at Timekit's list finds is told by no notification.
    const view = () => viewOf(page);
    const timekitView = { state: "on", caughtUpAt: expect.any(Number) };
    await expect.poll(view).toMatchObject({ timekit: timekitView });
    await use(bookbell);
  },
});

export const id = "00000000-0000-4000-8000-000000000001";
export const link = "https://meet.google.com/abc-defg-hij";
const minute = 60_000;

/** A booking that waits for its host's answer. */
export const askedFor = (now: number, changes: object = {}) =>
  bookingAt(now, "15:00", "16:00", {
    id,
    graph: "confirm_decline",
    state: "tentative",
    available_actions: ["confirm", "decline"],
    ...changes,
  });

/** A call of Marty's five minutes after `now`, as the widget tells it: what he enters stands in the description, too. */
export function callAt(now: number, where: string, { comment = "", updatedAt = now } = {}): Buffer {
  const [start, end] = [new Date(now + 5 * minute), new Date(now + 35 * minute)];
  const body = JSON.parse(exampleAt(updatedAt, start, end).toString());
  const event = { what: "Call", where, description: comment && `Comment: ${comment}` };
  const customer = { ...body.attributes.customer, comment };
  return Buffer.from(
    JSON.stringify({ ...body, event: { ...body.event, ...event }, attributes: { customer } }),
  );
}

/** Has Bookbell note what it would open, instead of opening it. */
export function notingLinks({ app }: Bookbell) {
  return app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (url) => void opened.push(url);
  });
}

/** What it has noted. */
export const openedLinks = ({ app }: Bookbell) =>
  app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
