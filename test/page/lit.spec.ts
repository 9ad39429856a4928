import { expect, type Page } from "@playwright/test";
import { askedFor, test } from "./page-test.ts";
import { booking, item, person, typicalDay, view } from "./views.ts";

const marty = booking("b", "16:00", "16:30", { customer: person("Marty McFly") });
const moved = booking("b", "17:00", "17:30", { customer: person("Marty McFly") });
const row = (page: Page) => page.locator('[data-id="b"]');

/** Main tells of the change, and asks for its row. */
const tellAndLight = (page: Page, told: typeof marty, listed = told) =>
  page.evaluate(
    ({ told, items }) => {
      window.mock.tell("lightRow", told);
      const agenda = { items, earlier: 0, afterToday: null, everReceived: true };
      window.mock.change({ agenda: agenda as never });
    },
    { told, items: [item(listed)] },
  );
const answers = (page: Page) => askedFor(page, "window.lit");

test("who uses the window sees a change in its row, which lights up", async ({ open }) => {
  const page = await open(view([item(marty)]));
  await page.keyboard.press("ArrowDown");
  await tellAndLight(page, moved);
  await expect(row(page)).toHaveAttribute("data-revealed");
  await expect(row(page)).toContainText("17:00");
  expect(await answers(page)).toEqual([{ id: "b", lit: true }]);
  await expect(row(page)).not.toHaveAttribute("data-revealed");
});

test("a row that nobody looks at lights up for nobody", async ({ open }) => {
  const page = await open(view([item(marty)]));
  await tellAndLight(page, moved);
  await expect.poll(() => answers(page)).toEqual([{ id: "b", lit: false }]);
  await expect(row(page)).not.toHaveAttribute("data-revealed");
});

test("nor does one on another screen, out of sight, or as it was before", async ({ open }) => {
  const page = await open(view(typicalDay));
  const no = (times: number) =>
    expect.poll(() => answers(page)).toEqual(Array(times).fill({ id: "b", lit: false }));
  await page.getByRole("button", { name: "Settings" }).click();
  await tellAndLight(page, moved);
  await no(1);
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowDown");
  await tellAndLight(page, moved, marty);
  await no(2);
  await page.keyboard.press("ArrowRight");
  await page.evaluate((told) => window.mock.tell("lightRow", told), { ...moved, id: "nowhere" });
  await expect.poll(() => answers(page)).toContainEqual({ id: "nowhere", lit: false });
});
