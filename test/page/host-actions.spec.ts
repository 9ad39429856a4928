import { expect, type Page } from "@playwright/test";
import type { Booking } from "../../common/booking.ts";
import { chooseMore } from "./booking-screens.ts";
import { allConnected } from "./connected-services.ts";
import { askedFor, axeFindings, test } from "./page-test.ts";
import { booking, item, person, view } from "./views.ts";

const sam = { customer: person("Sam Okafor") };
const atCalcom = (more: Partial<Booking> = {}) =>
  booking("calcom:bk_1", "15:00", "16:00", { ...sam, ...more });
const atCalendly = (more: Partial<Booking> = {}) =>
  booking("calendly:E1.I1", "15:00", "16:00", { ...sam, ...more });
const asked = { status: "asked" } as const;

const answers = (page: Page) =>
  page
    .getByRole("button", { name: /^(Confirm|Decline)/ })
    .or(page.getByRole("menuitem", { name: /^Cancel/ }));
const openMore = (page: Page) => page.getByRole("button", { name: "More", exact: true }).click();
const openIt = (page: Page) => page.getByRole("button", { name: "Open Sam Okafor" }).first().click();

for (const service of ["timekit", "calcom"] as const)
  test(`what asks at ${service} is answered there, and not while only the others are connected`, async ({
    open,
  }) => {
    const one =
      service === "calcom" ? atCalcom(asked) : booking("b1", "15:00", "16:00", { ...sam, ...asked });
    const page = await open(view([item(one)], { ...allConnected, [service]: { state: "off" } }));
    await expect(page.locator("li[data-id]")).toBeVisible();
    await expect(answers(page)).toHaveCount(0);
    await page.evaluate((all) => window.mock.change(all), allConnected);
    await expect(page.getByRole("button", { name: /^Decline/ })).toHaveCount(1);
    await page.getByRole("button", { name: "Confirm Sam Okafor, 15:00" }).press("Enter");
    await expect.poll(() => askedFor(page, "bookings.confirm")).toEqual([one.id]);
  });

test("a host who cancels at Cal.com gives a reason, which is asked for at once, by keyboard alone", async ({
  open,
}) => {
  const page = await open(view([item(atCalcom())], allConnected));
  await openIt(page);
  await chooseMore(page, "Cancel booking Sam Okafor, 15:00");
  const reason = page.getByRole("textbox", { name: "Reason, which Cal.com asks for" });
  await expect(reason).toBeFocused();
  await page.keyboard.type("  ");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "Cal.com wants a reason" })).toBeVisible();
  await expect(reason).toBeFocused();
  expect(await axeFindings(page)).toEqual([]);
  expect(await askedFor(page, "bookings.act")).toEqual([]);
  await page.keyboard.type("I am ill");
  await page.keyboard.press("Enter");
  const cancel = { id: "calcom:bk_1", action: "cancel", message: "I am ill" };
  await expect.poll(() => askedFor(page, "bookings.act")).toEqual([cancel]);
  await expect(page.getByRole("status").filter({ hasText: "Cancelled" }).first()).toBeVisible();
});

test("one of Calendly's is cancelled with a message or without, and a seat or a class of it not at all", async ({
  open,
}) => {
  const page = await open(view([item(atCalendly())], allConnected));
  await openIt(page);
  await chooseMore(page, "Cancel booking Sam Okafor, 15:00");
  await expect(page.getByRole("textbox", { name: "Message (optional)" })).toBeFocused();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press("Enter");
  const cancel = { id: "calendly:E1.I1", action: "cancel", message: "" };
  await expect.poll(() => askedFor(page, "bookings.act")).toEqual([cancel]);

  const seats = { taken: 1, max: 9 };
  const part = atCalendly({ ownerId: "calendly:E1", seats });
  await page.keyboard.press("Escape");
  const other = await open(view([item(part)], allConnected));
  await openIt(other);
  await openMore(other);
  await expect(other.getByRole("menuitem", { name: "Save to calendar…" })).toBeVisible();
  await expect(answers(other)).toHaveCount(0);
});

test("a class that was made up of its seats is none that can be cancelled", async ({ open }) => {
  const page = await open(view([item(atCalcom())], allConnected), { bookings: [] });
  await openIt(page);
  await expect(page.getByRole("article", { name: "Booking" })).toBeVisible();
  await openMore(page);
  await expect(answers(page)).toHaveCount(0);
});

for (const [one, name] of [
  [atCalcom(), "Open in Cal.com"],
  [atCalendly({ ownerId: "calendly:E1", seats: { taken: 1, max: 9 } }), "Open in Calendly"],
] as const)
  test(`a booking is opened at its service by its id alone, by keyboard: ${name}`, async ({ open }) => {
    const page = await open(view([item(one)]));
    await openIt(page);
    await openMore(page);
    await page.getByRole("menuitem", { name }).press("Enter");
    await expect.poll(() => askedFor(page, "bookings.openPage")).toEqual([one.id]);
    const problem = { code: "link-not-opened" } as const;
    await page.evaluate((problem) => window.mock.refuse("bookings.openPage", problem), problem);
    await page.getByRole("button", { name: "More", exact: true }).press("ArrowDown");
    await page.getByRole("menuitem", { name }).press("Space");
    await expect(page.getByRole("alert").filter({ hasText: /browser/ })).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
  });

test("where its service has no page of a booking, none is offered", async ({ open }) => {
  const page = await open(view([item(booking("b1", "15:00", "16:00", sam))]));
  await openIt(page);
  await openMore(page);
  await expect(page.getByRole("menuitem", { name: "Save to calendar…" })).toBeVisible();
  await expect(page.getByRole("menuitem", { name: /^Open in/ })).toHaveCount(0);
});
