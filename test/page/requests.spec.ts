import { expect, type Page } from "@playwright/test";
import { askedFor, axeFindings, test } from "./page-test.ts";
import { at, booking, connected, item, person, view } from "./views.ts";

const asked = { status: "asked" } as const;
const marty = { customer: person("Marty McFly"), ...asked };
const asks = () => item(booking("ask", "16:00", "17:00", marty));
const later = booking("later", "10:00", "11:00", {
  start: at("10:00", 9),
  end: at("11:00", 9),
  customer: person("Lorraine Baines"),
  ...asked,
});
const answering = { timekit: connected };
const row = (page: Page, id: string) => page.locator(`li[data-id="${id}"]`);
const confirm = (page: Page) => page.getByRole("button", { name: "Confirm Marty McFly, 16:00" });
const undo = (page: Page) => page.getByRole("button", { name: "Undo: confirm Marty McFly, 16:00" });
/** What becomes of it is for main to say. */
const become = (page: Page, state: "sending" | "sent") =>
  page.evaluate((state) => window.mock.change({ confirming: [{ id: "ask", state }] }), state);

test.describe("confirming is no question: it can be undone for a while", () => {
  for (const [place, go] of [
    ["on the row", async () => {}],
    ["on the booking's page", (page: Page) => page.getByRole("button", { name: "Open Marty McFly" }).click()],
    [
      "in the list of requests",
      (page: Page) => page.getByRole("button", { name: /request waiting/ }).click(),
    ],
  ] as const)
    test(`${place}, by keys alone`, async ({ open }) => {
      const page = await open(view([asks()], answering));
      await go(page);
      await confirm(page).press("Enter");
      await expect(page.getByText("Confirming…")).toBeVisible();
      await expect(undo(page)).toBeFocused();
      await expect(page.getByRole("status")).toHaveText("Confirming in 5 seconds. Undo stops it.");
      expect(await axeFindings(page)).toEqual([]);
      await expect(page.getByText("Confirmed", { exact: true })).toHaveCount(0);
      await page.keyboard.press("Enter");
      await expect(confirm(page)).toBeFocused();
      await expect(page.getByRole("status")).toHaveText("Not confirmed");
      expect(await askedFor(page, "bookings.undo")).toEqual(["ask"]);

      await page.keyboard.press("Enter");
      await expect(undo(page)).toBeFocused();
      await become(page, "sending");
      await expect(undo(page)).toHaveCount(0);
      await expect(page.getByText("Confirming…")).toBeVisible();
      // What it stands in has the focus then.
      await expect(page.locator("li[data-id=ask], article")).toBeFocused();
      await expect(page.getByText("Confirmed", { exact: true })).toHaveCount(0);
      await become(page, "sent");
      await expect(page.locator("li[data-id=ask], article").getByText("Confirmed")).toBeVisible();
      await expect(page.getByRole("status")).toHaveText("Confirmed");
      expect(await askedFor(page, "bookings.confirm")).toEqual(["ask", "ask"]);
      expect(await askedFor(page, "bookings.act")).toEqual([]);
    });

  test("and nothing else is asked about meanwhile, as it would be sent all the same", async ({ open }) => {
    const page = await open(view([asks()], answering));
    await page.getByRole("button", { name: "Open Marty McFly" }).click();
    await expect(confirm(page)).toBeVisible();
    await page.keyboard.press("c");
    await expect(undo(page)).toBeVisible();
    await page.keyboard.press("d");
    await page.keyboard.press("c");
    await expect(undo(page)).toBeVisible();
    await expect(page.getByRole("textbox")).toHaveCount(0);
    await undo(page).click();
    await page.keyboard.press("d");
    await expect(page.getByRole("textbox", { name: "Message (optional)" })).toBeFocused();
    expect(await askedFor(page, "bookings.confirm")).toEqual(["ask"]);
  });

  test("and it is the same wherever it is looked at meanwhile", async ({ open }) => {
    const page = await open(view([asks()], answering));
    await confirm(page).click();
    await page.getByRole("button", { name: "Open Marty McFly" }).click();
    await expect(undo(page)).toBeVisible();
    await page.keyboard.press("Escape");
    await undo(page).click();
    await expect(confirm(page)).toBeVisible();
  });

  test("what could not be confirmed is said in place, and can be tried again", async ({ open }) => {
    const page = await open(view([asks()], answering));
    await confirm(page).click();
    await page.evaluate(() =>
      window.mock.change({
        confirming: [{ id: "ask", state: "failed", problem: { code: "timekit-busy" } }],
      }),
    );
    await expect(row(page, "ask")).toContainText("Timekit is limiting requests. Bookbell will try again.");
    await expect(page.getByText("Confirmed", { exact: true })).toHaveCount(0);
    await confirm(page).click();
    await expect(undo(page)).toBeVisible();
    await expect(row(page, "ask")).not.toContainText("Timekit is limiting requests");
  });
});

test("declining asks for a word to the customer, and can be left", async ({ open }) => {
  const page = await open(view([asks()], answering));
  await page.getByRole("button", { name: "Decline Marty McFly, 16:00" }).click();
  await expect(
    row(page, "ask").getByText("Decline Marty McFly’s request? Timekit will notify them."),
  ).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(confirm(page)).toBeVisible();
  await page.getByRole("button", { name: "Decline Marty McFly, 16:00" }).click();
  await page.getByRole("button", { name: "Keep request" }).click();
  expect(await askedFor(page, "bookings.act")).toEqual([]);
  await page.getByRole("button", { name: "Decline Marty McFly, 16:00" }).click();
  await page.keyboard.type("Not on Mondays");
  await page.getByRole("button", { name: "Decline", exact: true }).click();
  const decline = { id: "ask", action: "decline", message: "Not on Mondays" };
  await expect.poll(() => askedFor(page, "bookings.act")).toEqual([decline]);
});

test("a refusal is told in place", async ({ open }) => {
  const page = await open(view([asks()], answering));
  const problem = { code: "timekit-busy" } as const;
  await page.evaluate((problem) => window.mock.refuse("bookings.confirm", problem), problem);
  await confirm(page).click();
  await expect(page.getByText("Timekit is limiting requests. Bookbell will try again.")).toBeVisible();
});

test.describe("a line above the list", () => {
  test("counts what waits, of all days, and leads to that alone", async ({ open }) => {
    const on = item(booking("on", "15:00", "16:00", { customer: person("Biff Tannen") }));
    const page = await open(view([on, asks()], answering), {
      bookings: [on.booking, asks().booking, later],
    });
    const line = page.getByRole("button", { name: "2 requests waiting" });
    await line.press("Enter");
    const list = page.getByRole("list", { name: "Requests waiting for your answer" });
    await expect(list.locator("li[data-id]")).toHaveCount(2);
    await expect(list).toContainText("Wed 2 December");
    await page.keyboard.press("ArrowDown");
    await expect(row(page, "ask")).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("article")).toContainText("Lorraine Baines");
    // The way back leads to the row.
    await page.keyboard.press("Escape");
    await expect(row(page, "later")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(line).toBeVisible();
  });

  test("goes once all is answered", async ({ open }) => {
    const page = await open(view([asks()], answering));
    await page.getByRole("button", { name: "1 request waiting" }).click();
    await page.evaluate(() => {
      window.mock.answers.bookings = [];
      window.mock.change({ agenda: { items: [], earlier: 0, afterToday: null, everReceived: true } });
    });
    await expect(page.getByRole("heading", { name: "No requests waiting" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: /waiting/ })).toHaveCount(0);
  });
});

test.describe("without a key", () => {
  test("a request of Timekit's is answered there, or here once that is connected", async ({ open }) => {
    const page = await open(view([asks()]));
    await row(page, "ask").getByRole("button", { name: "Answer in Timekit, Marty McFly, 16:00" }).click();
    await expect.poll(() => askedFor(page, "bookings.openPage")).toEqual(["ask"]);
    await page.getByRole("button", { name: "Open Marty McFly" }).click();
    await expect(page.getByRole("button", { name: "Answer in Timekit, Marty McFly, 16:00" })).toBeVisible();
    await page.getByRole("button", { name: "Connect Timekit to answer from here" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Timekit" })).toBeVisible();
  });

  test("one of Cal.com's is said to need that connected", async ({ open }) => {
    const page = await open(view([item(booking("calcom:bk_1", "16:00", "17:00", marty))], answering));
    await expect(
      page.getByRole("button", { name: "Connect Cal.com to answer from here, Marty McFly, 16:00" }),
    ).toBeVisible();
    await page.getByRole("button", { name: "Open Marty McFly" }).click();
    await expect(page.getByRole("button", { name: /^Answer in/ })).toHaveCount(0);
    await page.getByRole("button", { name: "Connect Cal.com to answer from here" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Cal.com" })).toBeVisible();
  });

  test("none of Calendly's is asked to be answered", async ({ open }) => {
    const page = await open(view([item(booking("calendly:E1.I1", "16:00", "17:00", marty))]));
    await expect(row(page, "calendly:E1.I1")).toBeVisible();
    await expect(page.getByRole("button", { name: /^(Answer|Connect)/ })).toHaveCount(0);
  });
});
