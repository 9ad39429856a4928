import path from "node:path";
import { expect } from "@playwright/test";
import { opened } from "../support/bookbell.ts";
import { bookingAt } from "../support/example.ts";
import { rowOf, test } from "./test.ts";

const results = path.join(import.meta.dirname, "../../test-results");

for (const theme of ["light", "dark"] as const)
  test(`the picture of the README, in ${theme}`, async ({ start, now, daemon: _, tray: __ }) => {
    const bookbell = await start(["--force-device-scale-factor=2"]);
    await bookbell.app.evaluate(({ nativeTheme }, theme) => {
      nativeTheme.themeSource = theme;
    }, theme);
    const page = await opened(bookbell);
    const event = (what: string, where: string, start: string, end: string) => {
      const { event } = JSON.parse(bookingAt(now, start, end).toString());
      return { id: what, attributes: {}, event: { ...event, what, where } };
    };
    const person = (name: string) => [{ name, timezone: "" }];
    const day: [string, string, object][] = [
      [
        "08:30",
        "10:30",
        { ...event("Portfolio review", "Room 2", "08:30", "10:30"), customers: person("Amara Nwosu") },
      ],
      [
        "11:00",
        "11:30",
        { ...event("Intro call", "Video call", "11:00", "11:30"), customers: person("Marty McFly") },
      ],
      [
        "13:00",
        "14:00",
        {
          ...event("Strategy session", "14 Kiln Lane", "13:00", "14:00"),
          customers: person("Lena Petersen"),
          state: "cancelled_by_customer",
        },
      ],
      [
        "15:30",
        "16:00",
        {
          ...event("Second opinion", "Phone", "15:30", "16:00"),
          customers: person("Tomás Rivera"),
          graph: "confirm_decline",
          state: "tentative",
        },
      ],
    ];
    for (const [start, end, changes] of day)
      expect(await bookbell.post(bookingAt(now, start, end, changes))).toBe(204);
    await expect(rowOf(page, "Tomás Rivera")).toBeVisible();
    // On a machine without a newer Electron; users have none of it.
    const outdated = page.locator(".status-line", { hasText: "outdated Electron" });
    if (await outdated.isVisible()) await outdated.getByRole("button").click();
    await expect(outdated).toHaveCount(0);
    // The pointer of the private desktop rests in the middle of the screen.
    await page.mouse.move(200, 540);
    await page.screenshot({ path: path.join(results, `bookbell-${theme}.png`) });
  });
