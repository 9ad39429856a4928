import { expect } from "@playwright/test";
import { askedFor, test } from "./page-test.ts";
import { at, booking, person, typicalDay, view } from "./views.ts";

test("bookings are found, gone through and opened by keys alone", async ({ open }) => {
  const page = await open(view(typicalDay));
  await expect(page.getByRole("button", { name: "Search bookings" })).toBeVisible();
  await page.keyboard.press("/");
  const field = page.getByRole("searchbox");
  await expect(field).toBeFocused();
  await field.pressSequentially("e");
  await expect(page.getByRole("listitem")).toHaveCount(typicalDay.length);
  await field.pressSequentially("r p");
  await expect(page.getByRole("listitem")).toHaveCount(1);
  await expect(page.getByRole("status")).toHaveText("1 booking");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("button", { name: /Jennifer Parker/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Jennifer Parker" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(field).toHaveValue("er p");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Search bookings" })).toBeVisible();
});

test("filters narrow what is found, and Enter opens the first", async ({ open }) => {
  const page = await open(view(typicalDay));
  await page.getByRole("button", { name: "Search bookings" }).click();
  await page.getByRole("searchbox").fill("marty mc");
  await page.getByRole("radio", { name: "Past" }).click();
  await page.getByRole("radio", { name: "Cancelled" }).click();
  await expect
    .poll(async () => (await askedFor(page, "bookings.search")).at(-1))
    .toEqual({ text: "marty mc", state: "cancelled", time: "past" });
  await page.getByRole("searchbox").press("Enter");
  await expect(page.getByRole("heading", { name: "Marty McFly" })).toBeVisible();
});

test("whole days are found by their dates, without a clock time", async ({ open }) => {
  const start = at("00:00", 15);
  const fair = { subject: "Spring fair", start, end: start + 3 * 86_400_000 };
  const days = booking("days", "00:00", "00:00", {
    ...fair,
    allDay: { first: "2026-12-08", last: "2026-12-10" },
  });
  const page = await open(view([]), { bookings: [days] });
  await page.keyboard.press("/");
  await page.getByRole("searchbox").fill("fair");
  await expect(page.getByRole("listitem")).toHaveText(/^Tue,? 8 Dec – Thu,? 10 Dec All daySpring fair$/);
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^Tue,? 8 Dec – Thu,? 10 Dec, All day$/)).toBeVisible();
});

test("nothing found says so, and an empty field asks for nothing", async ({ open }) => {
  const page = await open(view(typicalDay));
  await page.getByRole("button", { name: "Search bookings" }).click();
  await page.getByRole("searchbox").fill("nobody");
  await expect(page.getByRole("heading", { name: "Nothing found" })).toBeVisible();
  await page.getByRole("searchbox").fill(" ");
  await expect(page.getByRole("heading", { name: "Nothing found" })).toHaveCount(0);
  expect(await askedFor(page, "bookings.search")).toHaveLength(1);
});

test("the filters say what they are about", async ({ open }) => {
  const page = await open(view(typicalDay));
  await page.keyboard.press("/");
  const status = page.getByRole("group", { name: "Status" });
  await expect(status).toHaveText("StatusAllConfirmedRequestsCancelled");
  await expect(status.getByText("Status")).toBeVisible();
  const when = page.getByRole("group", { name: "When" });
  await expect(when).toHaveText("WhenAny timeUpcomingPast");
});

test("each hit says its day, is two lines high and stands under its month, with the match marked", async ({
  open,
}) => {
  const old = { start: at("10:00", -40), end: at("11:00", -40), customer: person("<b>Parker</b>") };
  const bookings = [...typicalDay.map((one) => one.booking), booking("old", "10:00", "11:00", old)];
  const page = await open(view(typicalDay), { bookings });
  await page.keyboard.press("/");
  await page.keyboard.type("park");
  const [first, last] = [page.locator("[data-id=asked]"), page.locator("[data-id=old]")];
  await expect(first).toHaveText(/^Mon,? 23 Nov 16:15Jennifer ParkerRequestFirst consultation$/);
  await expect(page.getByRole("region", { name: "November 2026" }).getByRole("listitem")).toHaveCount(1);
  await expect(page.getByRole("region", { name: "October 2026" }).getByRole("listitem")).toHaveCount(1);
  await expect(page.locator("mark")).toHaveText(["Park", "Park"]);
  await expect(last).toContainText("<b>Parker</b>");
  await expect(page.locator(".hit b")).toHaveCount(0);
  expect((await first.boundingBox())?.height).toBeLessThanOrEqual(48);
});

test("the field is emptied by a button of its own, which gives it the focus", async ({ open }) => {
  const page = await open(view(typicalDay));
  await page.keyboard.press("/");
  const clear = page.getByRole("button", { name: "Clear search" });
  await expect(clear).toHaveCount(0);
  await page.keyboard.type("parker");
  await expect(page.getByRole("listitem")).toHaveCount(1);
  await page.keyboard.press("Tab");
  await expect(clear).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("searchbox")).toHaveValue("");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await expect(page.getByRole("listitem")).toHaveCount(0);
});

test("coming back finds the hit that was opened, where it stood", async ({ open }) => {
  const bookings = Array.from({ length: 30 }, (_, i) =>
    booking(`b${i}`, "9:00", "9:30", { start: at("9:00", i), customer: person(`Ann ${i}`) }),
  );
  const page = await open(view(typicalDay), { bookings });
  await page.keyboard.press("/");
  await page.keyboard.type("ann");
  const hit = page.locator("[data-id=b20]");
  await hit.evaluate((one) => one.scrollIntoView({ block: "center" }));
  const top = (await hit.boundingBox())?.y ?? 0;
  await hit.press("Enter");
  await expect(page.getByRole("article")).toContainText("Ann 20");
  await page.keyboard.press("Escape");
  await expect(hit).toBeFocused();
  await expect.poll(async () => Math.abs(((await hit.boundingBox())?.y ?? 0) - top)).toBeLessThan(2);
});

test("a right-to-left name starts where all names do", async ({ open }) => {
  const bookings = ["דוד אלון", "Ann Alon"].map((name, i) =>
    booking(`b${i}`, "15:00", "16:00", { customer: { ...person(name), email: "alon@example.com" } }),
  );
  const page = await open(view(typicalDay), { bookings });
  await page.keyboard.press("/");
  await page.keyboard.type("alon");
  await expect(page.locator(".hit-who")).toHaveCount(2);
  const [rtl, ltr] = await page.locator(".hit-who").evaluateAll((all) =>
    all.map((one) => {
      const range = document.createRange();
      range.selectNodeContents(one);
      return Math.round(range.getBoundingClientRect().left);
    }),
  );
  expect(rtl).toBe(ltr);
});
