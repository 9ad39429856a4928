import { expect, type Page } from "@playwright/test";
import { chooseMore } from "./booking-screens.ts";
import { askedFor, axeFindings, test } from "./page-test.ts";
import { at, booking, connected, fullBooking, item, person, typicalDay, view } from "./views.ts";

const openMarty = (page: Page) => page.getByRole("button", { name: "Open Marty McFly" }).first().click();
const shown = (page: Page) => page.getByRole("article", { name: "Booking" });
const more = (page: Page) => page.getByRole("button", { name: "More", exact: true });

test.describe("what is seldom wanted is in a menu", () => {
  test("which goes by keys alone, and gives the focus back", async ({ open }) => {
    const page = await open(view([item(fullBooking)], { timekit: connected }));
    await openMarty(page);
    await more(page).press("ArrowDown");
    const items = page.getByRole("menu", { name: "More" }).getByRole("menuitem");
    await expect(items).toHaveText(["Save to calendar…", "Cancel booking…", "Forget customer…"]);
    await expect(items.nth(0)).toBeFocused();
    for (const one of await items.all()) await expect(one).toBeInViewport({ ratio: 1 });
    await page.keyboard.press("ArrowUp");
    await expect(items.nth(2)).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(items.nth(0)).toBeFocused();
    await page.keyboard.press("c");
    await expect(items.nth(1)).toBeFocused();
    await page.keyboard.press("Home");
    await page.keyboard.press("End");
    await expect(items.nth(2)).toBeFocused();
    expect(await axeFindings(page)).toEqual([]);
    // Escape closes the menu, and only then the page.
    await page.keyboard.press("Escape");
    await expect(items).toHaveCount(0);
    await expect(more(page)).toBeFocused();
    await expect(shown(page)).toBeVisible();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await expect(items).toHaveCount(0);
    await more(page).click();
    await shown(page).click({ position: { x: 5, y: 200 } });
    await expect(items).toHaveCount(0);
  });

  test("a customer is forgotten after one question, and the page is left", async ({ open }) => {
    const page = await open(view([item(fullBooking)]));
    await openMarty(page);
    await chooseMore(page, "Forget customer…");
    await expect(page.getByRole("alert").filter({ hasText: "Deletes everything about them" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByText("Deletes everything about them")).toHaveCount(0);
    await expect(shown(page)).toBeVisible();
    expect(await askedFor(page, "privacy.forgetCustomer")).toEqual([]);
    await chooseMore(page, "Forget customer…");
    await page.getByRole("button", { name: "Forget", exact: true }).click();
    await expect
      .poll(() => askedFor(page, "privacy.forgetCustomer"))
      .toEqual(["marty.mcfly@hillvalley.example"]);
    await expect(shown(page)).toHaveCount(0);
    await expect(page.getByRole("status")).toHaveText("Forgot Marty McFly");
  });
});

test("one thing stands out, and what is seldom wanted is not beside it", async ({ open }) => {
  const page = await open(view([item(fullBooking)], { timekit: connected }));
  await openMarty(page);
  await expect(page.locator(".button-main")).toHaveCount(1);
  await expect(page.locator(".button-main")).toContainText("Join Google Meet");
  await expect(page.locator(".tile")).toHaveText([/Email/, /Call/, /Snooze/, /Copy/]);
  await page.keyboard.press("j");
  await expect.poll(() => askedFor(page, "bookings.join")).toEqual([{ id: "full", agreed: null }]);
});

test("a key for what is not possible does nothing, now or later", async ({ open }) => {
  const far = booking("far", "20:00", "21:00", { customer: person("Marty McFly") });
  const page = await open(view([item(far)], { timekit: connected }));
  await openMarty(page);
  await expect(shown(page)).toContainText("Today 20:00–21:00");
  for (const key of ["s", "j", "c", "d"]) await page.keyboard.press(key);
  await page.evaluate((now) => window.mock.change({ now }), at("19:30"));
  await expect(page.getByRole("button", { name: "Snooze" })).toBeVisible();
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(page.getByRole("alert").filter({ hasText: /./ })).toHaveCount(0);
  expect(await askedFor(page, "bookings.join")).toEqual([]);
  expect(await askedFor(page, "bookings.confirm")).toEqual([]);
});

test("a description that only repeats comment and answers is dropped, and a comment is told once", async ({
  open,
}) => {
  const description = `Comment: ${fullBooking.comment}\nCompany: Hill Valley High\nFlux capacitors: yes`;
  const page = await open(view([item({ ...fullBooking, description })]));
  await openMarty(page);
  await expect(page.getByText("it depends on the lightning")).toHaveCount(1);
  await expect(page.getByText("Hill Valley High")).toHaveCount(1);
});

test.describe("the day's bookings are walked through", () => {
  const beside = (page: Page, which: "Previous" | "Next") =>
    page.getByRole("button", { name: `${which} booking` });

  test("by arrows and by buttons, which keep the focus, and the way back leads to the last", async ({
    open,
  }) => {
    const page = await open(view(typicalDay));
    await openMarty(page);
    await expect(shown(page)).toContainText("Marty McFly");
    await page.keyboard.press("ArrowRight");
    await expect(shown(page)).toContainText("Jennifer Parker");
    await beside(page, "Previous").click();
    await expect(shown(page)).toContainText("Marty McFly");
    await page.keyboard.press("Enter");
    await expect(shown(page)).toContainText("Clara Clayton");
    await expect(beside(page, "Previous")).toBeFocused();
    await expect(beside(page, "Previous")).toHaveAttribute("aria-disabled", "true");
    await page.keyboard.press("ArrowLeft");
    await expect(shown(page)).toContainText("Clara Clayton");
    await page.keyboard.press("Escape");
    await expect(page.locator("[data-id=on]")).toBeFocused();
    await expect(page.locator("[data-id=on]")).toBeInViewport({ ratio: 1 });
  });

  test("not from within a field or a menu", async ({ open }) => {
    const page = await open(view([item(fullBooking), ...typicalDay], { timekit: connected }));
    await openMarty(page);
    await chooseMore(page, /^Cancel booking/);
    const message = page.getByLabel("Message (optional)");
    await expect(message).toBeFocused();
    await page.keyboard.type("js");
    await page.keyboard.press("ArrowLeft");
    await expect(message).toHaveValue("js");
    await page.keyboard.press("Escape");
    await more(page).press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    await expect(shown(page)).toContainText("Flux capacitors");
    expect(await askedFor(page, "bookings.join")).toEqual([]);
  });
});

test("each half of a move opens the other, with who moved it, and so does what overlaps", async ({
  open,
}) => {
  const old = booking("old", "18:00", "18:30", {
    status: "moved",
    by: "customer",
    customer: person("Goldie"),
  });
  const fresh = booking("new", "19:00", "19:30", { customer: person("Goldie") });
  const page = await open(view([item(old, { off: true }), item(fresh)]), {
    clash: { kind: "no-gap", other: booking("old", "18:00", "18:30", { customer: person("Biff Tannen") }) },
  });
  const half = { allDay: false, by: "customer" } as const;
  await page.evaluate(
    (moves) => {
      window.mock.answers.moves = moves;
    },
    {
      old: { way: "to", id: "new", start: at("19:00"), ...half } as const,
      new: { way: "from", id: "old", start: at("18:00"), ...half } as const,
    },
  );
  await page.getByRole("button", { name: "Open Goldie" }).last().click();
  await page.getByRole("button", { name: "Moved from Mon, 23 Nov, 18:00 by customer" }).press("Enter");
  await expect(shown(page)).toContainText("18:00–18:30");
  await page.getByRole("button", { name: "Moved to Mon, 23 Nov, 19:00 by customer" }).click();
  await expect(shown(page)).toContainText("19:00–19:30");
  await page.getByRole("button", { name: "Back to back with Biff Tannen, 18:00–18:30" }).click();
  await expect(shown(page)).toContainText("18:00–18:30");
});

test.describe("a link in what the customer wrote", () => {
  const texts = { place: "Room 4", comment: "See https://portfolio.example/me?a=1." };
  const link = (page: Page) => page.getByRole("button", { name: "Open https://portfolio.example/me?a=1" });

  test("is opened through main alone, after a question about its host", async ({ open }) => {
    const page = await open(view([item({ ...fullBooking, ...texts })]));
    await page.evaluate(() => {
      window.mock.answers.unknownHost = "portfolio.example";
    });
    await openMarty(page);
    await link(page).press("Enter");
    const question = page.getByRole("alertdialog", { name: /^Open portfolio.example\?/ });
    await expect(question.getByRole("button", { name: "Not now" })).toBeFocused();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(question).toHaveCount(0);
    await link(page).click();
    await question.getByRole("button", { name: "Open" }).click();
    const asked = { id: "full", link: "https://portfolio.example/me?a=1" };
    await expect
      .poll(() => askedFor(page, "bookings.openLink"))
      .toEqual([
        { ...asked, agreed: null },
        { ...asked, agreed: null },
        { ...asked, agreed: "portfolio.example" },
      ]);
    await expect(page.getByRole("status")).toHaveText("Opened in your browser");
  });

  test("shows where it leads, however it is written, and what is no link is text", async ({ open }) => {
    const comment =
      "https://раураl.example/x\u202egnp.exe javascript:alert(1) http://plain.example file:///etc";
    const page = await open(view([item({ ...fullBooking, comment })]));
    await openMarty(page);
    await expect(
      page.getByRole("button", { name: /^Open https:\/\/xn--.*\.example\/x%E2%80%AEgnp\.exe$/ }),
    ).toBeVisible();
    await expect(page.locator(".booking a")).toHaveCount(0);
    await expect(page.getByRole("button", { name: /plain\.example|javascript|file:/ })).toHaveCount(0);
  });
});

test("a right-to-left name starts where all names do", async ({ open }) => {
  const [rtl, ltr] = [person("דוד בן-גוריון"), person("Ann")];
  const page = await open(
    view([
      item(booking("rtl", "15:00", "16:00", { customer: rtl, subject: "פגישת ייעוץ" })),
      item(booking("ltr", "16:00", "17:00", { customer: ltr, subject: "Advice" })),
    ]),
  );
  /** Where the letters begin, not the box that they are in. */
  const lefts = (selector: string) =>
    page.locator(selector).evaluateAll((all) =>
      all.map((one) => {
        const range = document.createRange();
        range.selectNodeContents(one);
        return Math.round(range.getBoundingClientRect().left);
      }),
    );
  for (const text of [".row-open", ".row-part"]) {
    const [first, second] = await lefts(`[data-id] ${text}`);
    expect(first).toBe(second);
  }
  await page.getByRole("button", { name: "Open דוד" }).click();
  await expect(shown(page)).toContainText("דוד");
  const [name] = await lefts(".booking-name");
  const [subject] = await lefts(".booking-subject");
  await page.keyboard.press("ArrowRight");
  await expect(shown(page)).toContainText("Advice");
  expect([name, subject]).toEqual([...(await lefts(".booking-name")), ...(await lefts(".booking-subject"))]);
});
