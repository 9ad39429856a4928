import { expect } from "@playwright/test";
import { problem } from "../../common/problems.ts";
import { english } from "../support/english.ts";
import { chooseMore } from "./booking-screens.ts";
import { askedFor, test } from "./page-test.ts";
import {
  aClash,
  at,
  booking,
  connected,
  fullBooking,
  item,
  person,
  someHistory,
  typicalDay,
  view,
} from "./views.ts";

const full = view([item(fullBooking)], { timekit: connected });
const more = { history: someHistory, clash: aClash };

test("a row is opened by Enter or a click, and Escape leads back to it", async ({ open }) => {
  const page = await open(view(typicalDay));
  await expect(page.getByRole("button", { name: "Open Marty McFly" })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Marty McFly" })).toBeVisible();
  expect(await askedFor(page, "activity.markSeen")).toEqual(["next"]);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Open Jennifer Parker" }).click();
  await expect(page.getByText("Waiting for your answer")).toBeVisible();
});

test("everything that was told stands there, with what happened and what is in the way", async ({ open }) => {
  const page = await open(full, more);
  await page.getByRole("button", { name: "Open Marty McFly" }).click();
  const said = page.getByRole("article", { name: "Booking" });
  for (const text of [
    "Today 15:00–16:00",
    "1 h",
    "in 25 min",
    "06:00 in Los Angeles",
    "marty.mcfly@hillvalley.example",
    "Hill Valley High",
    "Flux capacitors",
    "+1 555 0142",
    "Jennifer Parker",
    "it depends on the lightning",
    "Parking is behind the clock tower.",
    "Time travel",
    "Overlaps Biff Tannen, 15:30–16:30",
  ])
    await expect(said.getByText(text).first()).toBeVisible();
  const history = page.getByRole("region", { name: "History" }).getByRole("listitem");
  await expect(history).toHaveText([
    "Moved from Tue, 24 Nov, 09:0011:02",
    "ConfirmedSat, 21 Nov, 10:13",
    "Booking requestSat, 21 Nov, 10:02",
  ]);
});

test("details that come as HTML are read as text, with their lines, and run nothing", async ({ open }) => {
  const description =
    '<p>Bring a <b>pen</b> &amp; ink<br>and <a href="https://maps.example/x">the map</a></p><img src=x onerror="document.title=1">&lt;script&gt;';
  const page = await open(view([item({ ...fullBooking, description })]));
  await page.getByRole("button", { name: "Open Marty McFly" }).click();
  const details = page.locator(".booking-text").filter({ hasText: "the map" });
  expect(await details.textContent()).toBe(
    "Bring a pen & ink\nand the map (https://maps.example/x)\n<script>",
  );
  await expect(page.locator(".booking :is(b, a, img, script)")).toHaveCount(0);
});

test("the customer is written to and called, and the booking copied and saved, by its id alone", async ({
  open,
}) => {
  const page = await open(full, more);
  await page.getByRole("button", { name: "Open Marty McFly" }).click();
  await page.getByRole("button", { name: "Email", exact: true }).click();
  await page.getByRole("button", { name: "Call", exact: true }).click();
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  await chooseMore(page, "Save to calendar…");
  await expect(page.getByText("Calendar file saved").first()).toBeVisible();
  expect(await askedFor(page, "bookings.contact")).toEqual([
    { id: "full", by: "mail" },
    { id: "full", by: "call" },
  ]);
  expect(await askedFor(page, "bookings.copy")).toEqual(["full"]);
  expect(await askedFor(page, "bookings.export")).toEqual(["full"]);
});

test("a booking is cancelled with a word to the customer, after one question", async ({ open }) => {
  const page = await open(full);
  await page.getByRole("button", { name: "Open Marty McFly" }).click();
  await chooseMore(page, /^Cancel booking/);
  await expect(page.getByText("Cancel Marty McFly’s booking? Timekit will notify them.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Keep booking" })).toBeVisible();
  await page.getByLabel("Message (optional)").fill("I am ill.");
  await page.getByRole("button", { name: "Cancel booking" }).click();
  const cancel = { id: "full", action: "cancel", message: "I am ill." };
  await expect.poll(() => askedFor(page, "bookings.act")).toEqual([cancel]);
});

test("the reminder of a near booking is put off, and of a far one not", async ({ open }) => {
  const far = item(booking("far", "20:00", "21:00", { customer: person("Biff Tannen") }));
  const page = await open(view([item(fullBooking), far]));
  await page.getByRole("button", { name: "Open Marty McFly" }).click();
  await page.getByRole("button", { name: "Snooze" }).click();
  await page.getByRole("menuitem", { name: "Remind me in 15 min" }).click();
  await expect(page.getByText("Reminds you at 14:50").first()).toBeVisible();
  // Two keys: the choice, and the first of it.
  await page.keyboard.press("s");
  await expect(page.getByRole("menuitem", { name: "Remind me in 5 min" })).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  expect(await askedFor(page, "bookings.snooze")).toEqual([
    { id: "full", choice: 15 },
    { id: "full", choice: "start" },
  ]);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Open Biff Tannen" }).click();
  await expect(page.getByRole("heading", { name: "Biff Tannen" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Snooze" })).toHaveCount(0);
});

test("what main refuses is said in place", async ({ open }) => {
  const page = await open(full);
  await page.getByRole("button", { name: "Open Marty McFly" }).click();
  await page.evaluate((said) => window.mock.refuse("bookings.contact", said), problem("link-not-opened"));
  await page.getByRole("button", { name: "Email", exact: true }).click();
  await expect(page.getByText(english.problemWords(problem("link-not-opened")).message)).toBeVisible();
});

test("a class of which only seats were told opens, too", async ({ open }) => {
  const page = await open(view(typicalDay), { bookings: [] });
  await page.getByRole("button", { name: "Open Guitar for beginners" }).click();
  await expect(page.getByText("3 of 20 seats")).toBeVisible();
});

test("that somebody did not come stands there in the place of how the booking stood", async ({ open }) => {
  const native = { graph: "one-on-one", state: "no-show" };
  const page = await open(view([item({ ...fullBooking, native })]));
  await page.getByRole("button", { name: "Open Marty McFly" }).click();
  await expect(page.locator(".booking-state")).toHaveText("Did not come");
});

test("a booking follows what becomes of it while it is open", async ({ open }) => {
  const page = await open(full, more);
  await page.getByRole("button", { name: "Open Marty McFly" }).click();
  await expect(page.getByText("Confirmed").first()).toBeVisible();
  const off = { ...fullBooking, status: "cancelled", by: "customer", start: at("15:00") } as const;
  await page.evaluate((off) => {
    Object.assign(window.mock.answers, { details: { full: { booking: off, history: [], clash: null } } });
    window.mock.change({ agenda: { items: [], earlier: 0, afterToday: null, everReceived: true } });
  }, off);
  await expect(page.getByText("Cancelled by customer")).toBeVisible();
  await page.getByRole("button", { name: "More" }).click();
  await expect(page.getByRole("menuitem", { name: "Save to calendar…" })).toBeVisible();
  await expect(page.getByRole("menuitem", { name: /^Cancel booking/ })).toHaveCount(0);
});
