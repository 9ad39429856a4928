import { expect } from "@playwright/test";
import { opened } from "../support/bookbell.ts";
import { askedFor, callAt, id, link, notingLinks, openedLinks, test } from "./acting.ts";
import { rowOf } from "./test.ts";

test("a meeting is joined from its notification and from the window", async ({
  bookbell,
  page,
  daemon,
  now,
}) => {
  await notingLinks(bookbell);
  await bookbell.post(callAt(now, `Join here: ${link}.`));
  const told = await daemon.waitFor(({ state }) => state === "shown");
  expect(told.actions.map(({ label }) => label)).toContain("Join · meet.google.com");
  await daemon.click(told, "Join · meet.google.com");
  await expect.poll(() => openedLinks(bookbell)).toEqual([link]);

  await page
    .getByRole("button", { name: /^Join · meet.google.com, Marty McFly/ })
    .first()
    .click();
  await expect.poll(() => openedLinks(bookbell)).toEqual([link, link]);
});

test("a meeting is joined from the tray, and a host that is new is asked about in the window", async ({
  bookbell,
  page,
  tray,
  now,
}) => {
  await notingLinks(bookbell);
  const item = await tray.nextItem();
  const joins = async () =>
    (await item.menu()).map(({ label }) => label).filter((one) => one.startsWith("Join"));
  await bookbell.post(callAt(now, link));
  await expect.poll(joins).toEqual([expect.stringMatching(/^Join Marty McFly \(.+\)$/)]);
  const [join = ""] = await joins();
  await item.clickItem(join);
  await expect.poll(() => openedLinks(bookbell)).toEqual([link]);

  await bookbell.post(callAt(now, "https://video.example.com/room", { updatedAt: now + 1000 }));
  await expect(page.getByText("video.example.com").first()).toBeVisible();
  await item.clickItem(join);
  await expect(page.getByRole("alertdialog", { name: /^Open video\.example\.com\?/ })).toBeVisible();
  expect(await openedLinks(bookbell)).toEqual([link]);
});

test("a link in the customer's comment is not joined, and a host that is new to the project is asked about once", async ({
  bookbell,
  page,
  daemon,
  now,
}) => {
  await notingLinks(bookbell);
  const own = "https://video.example.com/j/8840-221-907";
  await bookbell.post(callAt(now, own, { comment: "https://zoom.us/j/66666?pwd=attacker" }));
  const told = await daemon.waitFor(({ state }) => state === "shown");
  expect(told.actions.map(({ label }) => label)).toContain("Join · video.example.com");

  await daemon.click(told, "Join · video.example.com");
  const question = page.getByRole("alertdialog", { name: /^Open video\.example\.com\?/ });
  await expect(question.getByRole("button", { name: "Not now" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(question).toBeHidden();
  const join = page.getByRole("button", { name: /^Join · video\.example\.com, Marty McFly/ });
  await join.click();
  expect(await openedLinks(bookbell)).toEqual([]);
  await question.getByRole("button", { name: "Open" }).click();
  await expect.poll(() => openedLinks(bookbell)).toEqual([own]);
  await expect(question).toBeHidden();

  await join.click();
  await expect.poll(() => openedLinks(bookbell)).toEqual([own, own]);
  expect(Object.values((await bookbell.settings()).joinHosts)).toEqual([["video.example.com"]]);
});

test("a booking whose only link is the customer's cannot be joined", async ({
  bookbell,
  page,
  daemon,
  now,
}) => {
  await bookbell.post(
    callAt(now, "Hill Valley", { comment: "https://meet.jit.si/attacker https://127.0.0.1:8443/" }),
  );
  const told = await daemon.waitFor(({ state }) => state === "shown");
  expect(told.actions.map(({ label }) => label)).not.toContainEqual(expect.stringMatching(/^Join/));
  await expect(rowOf(page, "Marty McFly")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Join/ })).toHaveCount(0);
});

test("a booking that asks for an answer is confirmed from its notification, and told once", async ({
  connected,
  daemon,
  timekit,
  now,
}) => {
  const page = await opened(connected);
  const asked = askedFor(now);
  await timekit.put(JSON.parse(asked.toString()));
  await connected.post(asked);
  const told = await daemon.waitFor(({ summary }) => summary === "Booking request: Marty McFly");
  await daemon.click(told, "Confirm");
  await daemon.waitFor(({ summary }) => summary === "Confirmed: Marty McFly");
  expect(timekit.bookings.get(id)?.state).toBe("confirmed");
  await expect(rowOf(page, "Marty McFly")).not.toContainText("Request");
  expect(daemon.received).toHaveLength(2);
});

test("it is declined in the window with a message, by keyboard alone, and a refusal says why", async ({
  connected,
  timekit,
  now,
}) => {
  const page = await opened(connected);
  const asked = askedFor(now);
  await connected.post(asked);
  const row = page.locator("li[data-id]").first();
  await row.getByRole("button", { name: /^Confirm/ }).click();
  await expect(row).toContainText("Timekit no longer has this booking.");

  await timekit.put(JSON.parse(asked.toString()));
  await row.getByRole("button", { name: /^Decline/ }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Sorry, I am away.");
  await row
    .getByRole("button", { name: /Decline/ })
    .last()
    .press("Enter");
  await expect(row).toContainText("declined");
  expect(timekit.bookings.get(id)?.state).toBe("declined");
  expect(timekit.requests.find(({ path }) => path.endsWith("/decline"))?.body).toContain("Sorry, I am away.");
});

test("what is confirmed in the window is sent as soon as nobody can take it back any more", async ({
  connected,
  daemon,
  timekit,
  now,
}) => {
  const page = await opened(connected);
  const asked = askedFor(now);
  await timekit.put(JSON.parse(asked.toString()));
  await connected.post(asked);
  const row = page.locator("li[data-id]").first();
  await row.getByRole("button", { name: /^Confirm/ }).click();
  await row.getByRole("button", { name: /^Undo/ }).click();
  await expect(row.getByRole("button", { name: /^Confirm/ })).toBeVisible();
  await row.getByRole("button", { name: /^Confirm/ }).click();
  await expect(row.getByRole("button", { name: /^Undo/ })).toBeVisible();
  expect(timekit.bookings.get(id)?.state).toBe("tentative");
  await page.evaluate(() => window.bookbell.window.hide());
  await daemon.waitFor(({ summary }) => summary === "Confirmed: Marty McFly");
  expect(timekit.bookings.get(id)?.state).toBe("confirmed");
  expect(timekit.requests.filter(({ path }) => path.endsWith("/confirm"))).toHaveLength(1);
});

test("what is confirmed in the window is sent before Bookbell quits", async ({ connected, timekit, now }) => {
  const page = await opened(connected);
  const asked = askedFor(now);
  await timekit.put(JSON.parse(asked.toString()));
  await connected.post(asked);
  const row = page.locator("li[data-id]").first();
  await row.getByRole("button", { name: /^Confirm/ }).click();
  await expect(row.getByRole("button", { name: /^Undo/ })).toBeVisible();
  expect(timekit.bookings.get(id)?.state).toBe("tentative");
  await connected.quit();
  expect(timekit.bookings.get(id)?.state).toBe("confirmed");
});
