import { mkdir } from "node:fs/promises";
import path from "node:path";
import { expect } from "@playwright/test";
import type { View } from "../../common/view.ts";
import { reader } from "../../main/sources/registry.ts";
import { openDatabase } from "../../main/store/engine/driver.ts";
import { migrate } from "../../main/store/engine/migrations.ts";
import { createStore } from "../../main/store/store.ts";
import { opened, postTo } from "../support/bookbell.ts";
import { exampleAt } from "../support/example.ts";
import { test } from "./test.ts";

const count = 3_000;
/** So many of them are there already. */
const before = 2_500;
const atOnce = 16;
/** A short list is drawn whole: so many rows, and lines between them. */
const mostDrawn = 110;

test.setTimeout(600_000);

function fill(file: string, bodies: readonly Buffer[], receivedAt: number) {
  const database = openDatabase(file);
  migrate(database);
  const store = createStore(database, reader);
  const one = { source: "timekit", receivedAt, via: "webhook", headers: {}, quietly: true } as const;
  store.take(bodies.map((body) => ({ ...one, body })));
  store.close();
}

test("500 bookings arrive for a day of 2,500, and the window goes on answering", async ({
  desktop,
  daemon: _,
  start,
  now,
}) => {
  // More than a row shows; with the first of them the window has to send and draw it anew hundreds of times.
  const description = "See https://example.com/of/the/meeting for more. ".repeat(20);
  const body = (i: number) => {
    const start = new Date(now + 3_600_000 + i * 10_000);
    const event = { start: start.toISOString(), end: start.toISOString(), what: `Lesson ${i}`, description };
    return exampleAt(now, start, start, { id: `b${i}`, event });
  };
  const profile = path.join(desktop.dir, "profile");
  await mkdir(profile, { recursive: true });
  const bodies = Array.from({ length: count }, (_, i) => body(i));
  fill(path.join(profile, "bookings.sqlite"), bodies.slice(0, before), now);
  const bookbell = await start([], profile);
  const page = await opened(bookbell);
  const seen = await page.evaluateHandle(() => {
    const seen = { agendas: 0, longestRow: 0, mostRows: 0 };
    window.bookbell.on.viewChanged((told) => {
      const { agenda } = JSON.parse(told) as Partial<View>;
      if (!agenda) return;
      seen.agendas += 1;
      for (const one of agenda.items) seen.longestRow = Math.max(seen.longestRow, JSON.stringify(one).length);
    });
    const look = () => {
      seen.mostRows = Math.max(seen.mostRows, document.querySelectorAll(".agenda > li").length);
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
    return seen;
  });

  const url = await bookbell.url();
  const left = bodies.slice(before).values();
  const post = async () => {
    for (const one of left) expect(await postTo(url, one)).toBe(204);
  };
  const posted = Promise.all(Array.from({ length: atOnce }, post));
  // Meanwhile somebody uses it: each press has to be answered before the next.
  let visits = 0;
  const using = (async () => {
    let arriving = true;
    void posted.finally(() => {
      arriving = false;
    });
    while (arriving) {
      await page.keyboard.press("Control+,");
      await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
      await page.keyboard.press("Escape");
      await expect(page.getByRole("navigation", { name: "Week" })).toBeVisible();
      visits += 1;
    }
  })();
  await posted;
  await using;
  const last = page.locator(`li[data-id="b${count - 1}"]`);
  await expect(page.locator(`li[aria-setsize="${count + 3}"]`).first()).toBeAttached();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  await expect(last).toBeFocused();
  await expect(last).toBeInViewport({ ratio: 1 });

  const { agendas, longestRow, mostRows } = await seen.jsonValue();
  expect(visits).toBeGreaterThan(3);
  expect(agendas).toBeLessThan((count - before) / 4);
  expect(longestRow).toBeLessThan(1_500);
  expect(mostRows).toBeLessThan(mostDrawn);
});
