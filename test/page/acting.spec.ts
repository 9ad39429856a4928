import { expect } from "@playwright/test";
import { askedFor, test } from "./page-test.ts";
import { booking, connected, item, person, view } from "./views.ts";

const link = "https://meet.google.com/abc-defg-hij";
const marty = { customer: person("Marty McFly") };
const soon = () => item(booking("call", "14:40", "15:10", { ...marty, place: link }), { phase: "next" });
const asks = () => item(booking("ask", "16:00", "17:00", { ...marty, status: "asked" }));

test("a meeting with a link is joined by its booking; the page sends no address", async ({ open }) => {
  const page = await open(view([soon()]));
  await page.getByRole("button", { name: "Join Marty McFly, 14:40" }).first().click();
  await expect.poll(() => askedFor(page, "joinBooking")).toEqual(["call"]);
});

test("without a link there is nothing to join, and without a key nothing to answer", async ({ open }) => {
  const page = await open(view([item(booking("plain", "14:40", "15:10", marty)), asks()]));
  await expect(page.getByRole("listitem").first()).toBeVisible();
  await expect(page.getByRole("button", { name: /^(Join|Confirm|Decline)/ })).toHaveCount(0);
});

test("a booking that asks is answered in its row; declining asks once, and Escape takes it back", async ({
  open,
}) => {
  const page = await open(view([asks()], { timekit: connected }));
  await page.getByRole("button", { name: "Confirm Marty McFly, 16:00" }).click();
  const confirm = { id: "ask", action: "confirm", message: "" };
  await expect.poll(() => askedFor(page, "actOnBooking")).toEqual([confirm]);

  await page.getByRole("button", { name: "Decline Marty McFly, 16:00" }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Decline Marty McFly, 16:00" })).toBeVisible();
  expect(await askedFor(page, "actOnBooking")).toEqual([confirm]);
});

test("a refusal is told in place", async ({ open }) => {
  const page = await open(view([asks()], { timekit: connected }));
  const problem = { code: "timekit-busy", message: "Timekit asks for a pause.", remedy: "It tries again." };
  await page.evaluate((problem) => window.mock.refuse("actOnBooking", problem), problem);
  await page.getByRole("button", { name: /^Confirm/ }).click();
  await expect(page.getByText("Timekit asks for a pause. It tries again.")).toBeVisible();
});
