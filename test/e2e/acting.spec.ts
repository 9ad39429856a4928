import { expect } from "@playwright/test";
import { type Bookbell, opened } from "../support/bookbell.ts";
import { bookingAt, exampleAt } from "../support/example.ts";
import { startTimekitApi } from "../support/timekit-api.ts";
import { test as base, rowOf } from "./test.ts";

interface Given {
  timekit: Awaited<ReturnType<typeof startTimekitApi>>;
  /** A Bookbell with that Timekit's key. */
  connected: Bookbell;
}

const test = base.extend<Given>({
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
      (secret) => window.bookbell.setSecret({ name: "timekit", secret, plain: true }),
      timekit.key,
    );
    await use(bookbell);
  },
});

const id = "00000000-0000-4000-8000-000000000001";
const link = "https://meet.google.com/abc-defg-hij";
const minute = 60_000;

/** A booking that waits for its host's answer. */
const askedFor = (now: number) =>
  bookingAt(now, "15:00", "16:00", {
    id,
    graph: "confirm_decline",
    state: "tentative",
    available_actions: ["confirm", "decline"],
  });

/** Has Bookbell note what it would open, instead of opening it. */
function notingLinks({ app }: Bookbell) {
  return app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (url) => void opened.push(url);
  });
}
const openedLinks = ({ app }: Bookbell) =>
  app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);

test("a meeting is joined from its notification and from the window", async ({
  bookbell,
  page,
  daemon,
  now,
}) => {
  await notingLinks(bookbell);
  const event = { what: "Call", where: `Join here: ${link}.`, description: "" };
  const body = JSON.parse(
    exampleAt(now, new Date(now + 5 * minute), new Date(now + 35 * minute), {
      attributes: undefined,
    }).toString(),
  );
  await bookbell.post(Buffer.from(JSON.stringify({ ...body, event: { ...body.event, ...event } })));
  const told = await daemon.waitFor(({ state }) => state === "shown");
  expect(told.actions.map(({ label }) => label)).toContain("Join");
  await daemon.click(told, "Join");
  await expect.poll(() => openedLinks(bookbell)).toEqual([link]);

  await page
    .getByRole("button", { name: /^Join Marty McFly/ })
    .first()
    .click();
  await expect.poll(() => openedLinks(bookbell)).toEqual([link, link]);
});

test("a booking that asks for an answer is confirmed from its notification, and told once", async ({
  connected,
  daemon,
  timekit,
  now,
}) => {
  const page = await opened(connected);
  const asked = askedFor(now);
  await timekit.put(JSON.parse(asked.toString()));
  await connected.post(asked);
  const told = await daemon.waitFor(({ summary }) => summary === "Asked for: Marty McFly");
  await daemon.click(told, "Confirm");
  await daemon.waitFor(({ summary }) => summary === "Confirmed: Marty McFly");
  expect(timekit.bookings.get(id)?.state).toBe("confirmed");
  await expect(rowOf(page, "Marty McFly")).not.toContainText("Asked for");
  expect(daemon.received).toHaveLength(2);
});

test("it is declined in the window with a message, by keyboard alone, and a refusal says why", async ({
  connected,
  daemon,
  timekit,
  now,
}) => {
  const page = await opened(connected);
  const asked = askedFor(now);
  await connected.post(asked);
  // The next booking has its buttons on the card.
  const card = page.getByRole("region", { name: /^Next/ });
  await card.getByRole("button", { name: /^Confirm/ }).click();
  await expect(card).toContainText("Timekit does not know this booking any more.");

  await timekit.put(JSON.parse(asked.toString()));
  await card.getByRole("button", { name: /^Decline/ }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Sorry, I am away.");
  await card
    .getByRole("button", { name: /Decline/ })
    .last()
    .press("Enter");
  await daemon.waitFor(({ summary }) => summary === "Declined: Marty McFly");
  expect(timekit.bookings.get(id)?.state).toBe("declined");
  expect(timekit.requests.find(({ path }) => path.endsWith("/decline"))?.body).toContain("Sorry, I am away.");
});
