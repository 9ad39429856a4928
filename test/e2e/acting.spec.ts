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

/** A call of Marty's in five minutes, as the widget tells it: what he enters stands in the description, too. */
function callAt(now: number, where: string, comment = ""): Buffer {
  const body = JSON.parse(exampleAt(now, new Date(now + 5 * minute), new Date(now + 35 * minute)).toString());
  const event = { what: "Call", where, description: comment && `Comment: ${comment}` };
  const customer = { ...body.attributes.customer, comment };
  return Buffer.from(
    JSON.stringify({ ...body, event: { ...body.event, ...event }, attributes: { customer } }),
  );
}

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
  await bookbell.post(callAt(now, `Join here: ${link}.`));
  const told = await daemon.waitFor(({ state }) => state === "shown");
  expect(told.actions.map(({ label }) => label)).toContain("Join · meet.google.com");
  await daemon.click(told, "Join · meet.google.com");
  await expect.poll(() => openedLinks(bookbell)).toEqual([link]);

  await page
    .getByRole("button", { name: /^Join · meet.google.com, Marty McFly/ })
    .first()
    .click();
  await expect.poll(() => openedLinks(bookbell)).toEqual([link, link]);
});

test("a link in the customer's comment is not joined, and a host that is new to the project is asked about once", async ({
  bookbell,
  page,
  daemon,
  now,
}) => {
  await notingLinks(bookbell);
  const own = "https://video.example.com/j/8840-221-907";
  await bookbell.post(callAt(now, own, "https://zoom.us/j/66666?pwd=attacker"));
  const told = await daemon.waitFor(({ state }) => state === "shown");
  expect(told.actions.map(({ label }) => label)).toContain("Join · video.example.com");

  await daemon.click(told, "Join · video.example.com");
  const question = page.getByRole("alertdialog", { name: /^Open video\.example\.com\?/ });
  await expect(question.getByRole("button", { name: "Not now" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(question).toBeHidden();
  const join = page.getByRole("button", { name: /^Join · video\.example\.com, Marty McFly/ });
  await join.click();
  expect(await openedLinks(bookbell)).toEqual([]);
  await question.getByRole("button", { name: "Open" }).click();
  await expect.poll(() => openedLinks(bookbell)).toEqual([own]);
  await expect(question).toBeHidden();

  await join.click();
  await expect.poll(() => openedLinks(bookbell)).toEqual([own, own]);
  expect(Object.values((await bookbell.settings()).joinHosts)).toEqual([["video.example.com"]]);
});

test("a booking whose only link is the customer's cannot be joined", async ({
  bookbell,
  page,
  daemon,
  now,
}) => {
  await bookbell.post(callAt(now, "Hill Valley", "https://meet.jit.si/attacker https://127.0.0.1:8443/"));
  const told = await daemon.waitFor(({ state }) => state === "shown");
  expect(told.actions.map(({ label }) => label)).not.toContainEqual(expect.stringMatching(/^Join/));
  await expect(rowOf(page, "Marty McFly")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Join/ })).toHaveCount(0);
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
