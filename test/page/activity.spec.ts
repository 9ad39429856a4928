import { expect, type Page } from "@playwright/test";
import { problem } from "../../common/problems.ts";
import { changeOf, everyTold, someActivity } from "./activity.ts";
import { askedFor, test } from "./page-test.ts";
import { at, booking, item, person, reach, tallied, tally, typicalDay, view } from "./views.ts";

const opening = view([item(booking("n8", "17:00", "18:00"))], { unseen: ["n8", "n6"] });
const bookings = someActivity.flatMap((line) => (line.kind === "change" ? [line.booking] : []));
const open = (page: Page) => page.getByRole("button", { name: /^Activity/ }).click();
const lines = (page: Page) => page.getByRole("list", { name: "Activity" }).locator(".act");
const _line = (page: Page, text: string) => lines(page).filter({ hasText: text });
const goTo = (page: Page, tab: string | RegExp) => page.getByRole("radio", { name: tab }).check();

test("all that happened is listed under its days, newest first, each change with how it was told", async ({
  open: start,
}) => {
  const page = await start(opening, { activity: someActivity });
  await open(page);
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(["Today", "Yesterday", "Wed 18 November"]);
  const said = await lines(page).locator(".act-text").allInnerTexts();
  expect(said.map((text) => text.replaceAll(/\s*\n\s*,?\s*/g, " ").trim())).toEqual([
    expect.stringContaining("3 bookings refused"),
    expect.stringMatching(/Marty McFly · new booking.*Today 17:00 · Announced 0.3 s after it arrived$/),
    expect.stringMatching(/Offline for 15 min.*Until 13:55 · The tunnel was down · 2 bookings recovered$/),
    expect.stringMatching(
      /Biff Tannen · location changed.*Listed without a notification: your rule for changed details$/,
    ),
    expect.stringContaining("1 booking couldn’t be read"),
    expect.stringMatching(/Linda McFly.*Not announced: notifications were paused until 13:00$/),
    expect.stringMatching(
      /Dr. Emmett.*Announced 12 s after it arrived: before, notifications couldn’t be shown$/,
    ),
    expect.stringMatching(/Asleep for 9 h 25 min.*Until Mon 23 Nov, 07:30|Asleep.*Until 07:30/),
    expect.stringMatching(/Goldie Wilson · cancelled.*Not announced: quiet hours until 07:00$/),
    expect.stringMatching(/Not running for 2 days 15 h.*Not checked with Timekit$/),
  ]);
});

test("the bell counts the marks before the lines, and all are read by one press", async ({ open: start }) => {
  const page = await start(opening, { activity: someActivity });
  const bell = page.getByRole("button", { name: "Activity: 2 unread" });
  await expect(page.locator(".badge")).toHaveText("2");
  await bell.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Unread:")).toHaveCount(2);
  await page.getByRole("button", { name: "Mark all as read" }).press("Enter");
  await expect(page.getByText("Unread:")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Mark all as read" })).toBeHidden();
  await expect(page.getByRole("status")).toHaveText("All marked as read");
  expect(await askedFor(page, "activity.markSeen")).toEqual([null]);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Activity", exact: true })).toBeVisible();
});

test("of a booking that changed twice one line is marked, as the bell counts it once", async ({
  open: start,
}) => {
  const twice = booking("n8", "17:00", "18:00", { customer: person("Marty McFly") });
  const page = await start(view([item(twice)], { unseen: ["n8"] }), {
    activity: [changeOf(9, twice), changeOf(8, twice)],
  });
  await open(page);
  await expect(page.getByText("Unread:")).toHaveCount(1);
});

test("a line opens its booking, which is read with that, and the way back leads to the line", async ({
  open: start,
}) => {
  const page = await start(opening, { activity: someActivity, bookings });
  await open(page);
  await page.getByRole("button", { name: /^12:02.*Linda McFly/ }).click();
  await expect(page.getByRole("heading", { name: "Linda McFly" })).toBeVisible();
  expect(await askedFor(page, "activity.markSeen")).toEqual(["n6"]);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /^12:02.*Linda McFly/ })).toBeFocused();
});

test("a booking that is no longer kept says so", async ({ open: start }) => {
  const page = await start(opening, { activity: [changeOf(3, booking("elsewhere", "18:00", "18:30"))] });
  await open(page);
  await lines(page).getByRole("button").click();
  await expect(page.getByText("This booking has been deleted.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: "Activity" })).toBeVisible();
});

test("no way of being told is without words", async ({ open: start }) => {
  const page = await start(view(typicalDay), {
    activity: everyTold.map((how, i) => changeOf(100 - i, booking(`t${i}`, "16:00", "17:00"), { told: how })),
  });
  await open(page);
  const said = await lines(page).locator(".act-more").allInnerTexts();
  expect(said.map((text) => text.replace(/^Today 16:00 · /, ""))).toEqual([
    "Announced 0.3 s after it arrived",
    "Announced at once, and again, as you hadn’t looked",
    "Announced 1 min after it arrived: before, notifications couldn’t be shown",
    "Waiting: notifications can’t be shown",
    "Being announced…",
    "Announced as one with the other half of its move",
    "Not announced: you turned cancellations off",
    "Not announced: you turned its project off",
    "Not announced: it isn’t of those whose bookings you show",
    "Listed without a notification: your rule for bookings on hold",
    "Listed without a notification: your rule for its project",
    "Listed without a notification: Bookbell doesn’t know this status",
    "Not announced: quiet hours until 07:00",
    "Not announced: notifications were paused",
    "Not announced: it was over already",
    "Not announced: you looked at it before a notification could be shown",
    "Not announced: notifications couldn’t be shown",
    "Not announced: it was so before Bookbell was connected",
    "Listed without a notification: the reason wasn’t recorded",
    "Not announced: the reason wasn’t recorded",
  ]);
});

test("the tabs leave out what is none of theirs; the problems of now come first, and are counted", async ({
  open: start,
}) => {
  const page = await start(view(typicalDay, tallied({ unsigned: tally(3) })), { activity: someActivity });
  await open(page);
  await goTo(page, "Not announced");
  await expect(lines(page)).toHaveCount(3);
  await goTo(page, "Problems , 1 open problem");
  await expect(lines(page)).toHaveCount(4);
  const now = page.getByRole("region", { name: "Open problems" });
  await expect(now.getByRole("listitem")).toContainText("3 bookings refused: the signature doesn’t match.");
  await goTo(page, "Everything");
  await expect(lines(page)).toHaveCount(10);
  expect(await askedFor(page, "activity.list")).toEqual(
    expect.arrayContaining([
      { tab: "silent", bookingId: null, count: 50 },
      { tab: "problems", bookingId: null, count: 50 },
    ]),
  );
});

test("where there is nothing it says so, for each tab", async ({ open: start }) => {
  const page = await start(view(typicalDay));
  await open(page);
  await expect(page.getByRole("heading", { name: "Nothing has happened yet" })).toBeVisible();
  await goTo(page, "Problems");
  await expect(page.getByRole("heading", { name: "No problems" })).toBeVisible();
  await goTo(page, "Not announced");
  await expect(page.getByRole("heading", { name: "Everything was announced" })).toBeVisible();
});

test("arrows go through the lines that lead somewhere, older ones are a press away, and new ones come", async ({
  open: start,
}) => {
  const many = Array.from({ length: 70 }, (_, i) =>
    changeOf(100 - i, booking(`m${i}`, "16:00", "17:00", { customer: person(`P${i}`) }), {
      at: at("14:00") - i * 60_000,
    }),
  );
  const page = await start(view(typicalDay), { activity: many });
  await open(page);
  await expect(page.getByRole("button", { name: "Back" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("button", { name: /^13:59.*P1/ })).toBeFocused();
  await page.keyboard.press("End");
  await expect(page.getByRole("button", { name: /P49/ })).toBeFocused();
  await page.getByRole("button", { name: "Show older" }).press("Enter");
  await expect(page.getByRole("status")).toHaveText("20 older lines shown");
  await expect(page.getByRole("button", { name: /P50/ })).toBeFocused();
  await expect(page.getByRole("button", { name: "Show older" })).toHaveCount(0);
  await page.evaluate(
    (fresh) => {
      window.mock.answers.activity = [fresh, ...window.mock.answers.activity];
      window.mock.tell("deliveriesChanged", null);
    },
    changeOf(200, booking("new", "16:00", "17:00", { customer: person("Goldie Wilson") }), {
      at: at("14:30"),
    }),
  );
  await expect(page.getByRole("button", { name: /Goldie Wilson/ })).toBeAttached();
});

test("what cannot be had is asked for once more, and what is refused is said", async ({ open: start }) => {
  const internal = problem("internal");
  const page = await start(opening, {
    activity: someActivity,
    refused: { name: "activity.list", problem: internal },
  });
  await open(page);
  await expect(page.getByText("Something went wrong inside Bookbell.")).toBeVisible();
  await page.evaluate(() => window.mock.refuse("activity.list", null));
  await page.getByRole("button", { name: "Try again" }).click();
  await page.evaluate((refused) => window.mock.refuse("activity.markSeen", refused), internal);
  await page.getByRole("button", { name: "Mark all as read" }).click();
  await expect(page.getByText("Something went wrong inside Bookbell.")).toBeVisible();
  await expect(page.getByText("Unread:")).toHaveCount(2);
});

test("from a booking's history its own lines are shown, and from there all", async ({ open: start }) => {
  const [marty] = bookings;
  if (!marty) throw new Error("there is none");
  const history = [{ at: at("11:02"), change: { kind: "new", from: null, to: null } }] as const;
  const page = await start(view([item(marty)]), { activity: someActivity, history });
  await page.getByRole("button", { name: "Open Marty McFly" }).click();
  await page.getByRole("button", { name: "Why was I told?" }).click();
  await expect(page.getByText("All that happened to Marty McFly")).toBeVisible();
  await expect(lines(page)).toHaveCount(1);
  await expect(lines(page)).toContainText("Announced 0.3 s after it arrived");
  await page.getByRole("button", { name: "Show everything" }).click();
  await expect(lines(page)).toHaveCount(10);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: "Marty McFly" })).toBeVisible();
});

test("an outage that lasts is said with how long it has, and follows what happens", async ({
  open: start,
}) => {
  const gap = { from: at("14:20"), to: null, reason: "unreachable", fetched: null, whole: true } as const;
  const page = await start(view(typicalDay), {
    activity: [{ kind: "outage", key: "outage", at: gap.from, gap }],
  });
  await open(page);
  await expect(lines(page)).toContainText("Offline for 15 minNow");
  await page.evaluate(
    (silent) => {
      window.mock.answers.activity = [];
      window.mock.change(silent);
    },
    reach("not-receiving", { problem: problem("front-door-silent") }),
  );
  await expect(page.getByRole("heading", { name: "Nothing has happened yet" })).toBeVisible();
});

test("what came quietly leads to why it did", async ({ open: start }) => {
  const page = await start(view(typicalDay), { activity: someActivity });
  await page.evaluate(
    (start) => window.mock.tell("receivedQuietly", { bookingId: "n6", start, outcome: "past", why: null }),
    at("9:00"),
  );
  await page.getByRole("button", { name: "Show" }).click();
  await expect(lines(page)).toHaveCount(1);
  await expect(lines(page)).toContainText("Linda McFly");
});
