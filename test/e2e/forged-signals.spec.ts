import { expect } from "@playwright/test";
import { type Bookbell, opened } from "../support/bookbell.ts";
import {
  connectBus,
  connectionsOf,
  type Signal,
  sendSignal,
  sendWithoutDescriptor,
} from "../support/desktop/bus.ts";
import type { Env } from "../support/desktop/child.ts";
import type { Notified } from "../support/desktop/notified.ts";
import { bookingAt } from "../support/example.ts";
import { startPlayedDaemon } from "../support/played-daemon.ts";
import type { startTimekitApi } from "../support/timekit-api.ts";
import { startTrayHost } from "../support/tray-host.ts";
import { askedFor, callAt, link, notingLinks, openedLinks, test } from "./acting.ts";
import { rowOf } from "./test.ts";

const notifications = "org.freedesktop.Notifications";
const path = "/org/freedesktop/Notifications";

const invoked = (told: Notified, key: string | undefined): Signal => ({
  path,
  interface: notifications,
  member: "ActionInvoked",
  signature: "us",
  body: [told.id, key],
});
const closed = (told: Notified): Signal => ({
  path,
  interface: notifications,
  member: "NotificationClosed",
  signature: "uu",
  body: [told.id, 2],
});
const ownerChanged = (name: string, older: string, owner: string): Signal => ({
  path: "/org/freedesktop/DBus",
  interface: "org.freedesktop.DBus",
  member: "NameOwnerChanged",
  signature: "sss",
  body: [name, older, owner],
});
const keyOf = ({ actions }: Notified, button: string) => actions.find(({ label }) => label === button)?.key;

/** Any other program of the desktop, which sends the same to all of Bookbell's connections. */
async function aStranger(env: Env, { app }: Bookbell) {
  const bus = await connectBus(env);
  const names = await connectionsOf(bus, await app.evaluate(() => process.pid));
  return {
    name: String(bus.name),
    async forge(signals: readonly Signal[]) {
      for (const name of names) for (const signal of signals) await sendSignal(bus, name, signal);
    },
    async sendUnreadable() {
      for (const name of names) await sendWithoutDescriptor(env, name);
    },
    stop: () => bus.disconnect(),
  };
}

/** What Timekit was asked to do. */
const acts = ({ requests }: Awaited<ReturnType<typeof startTimekitApi>>) =>
  requests.filter(({ method }) => method === "PUT").map(({ path }) => path.replace(/^\/v2\/bookings\//, ""));

test("no other program answers a booking, joins a meeting, or makes the host's own clicks dead", async ({
  connected,
  desktop,
  daemon,
  timekit,
  now,
}) => {
  const page = await opened(connected);
  await notingLinks(connected);
  const asked = askedFor(now, { id: "asked" });
  await timekit.put(JSON.parse(asked.toString()));
  await connected.post(asked);
  const question = await daemon.waitFor(({ summary }) => summary === "Booking request: Marty McFly");
  await connected.post(callAt(now, `Join here: ${link}.`));
  const join = "Join · meet.google.com";
  const call = await daemon.waitFor((one) => one.state === "shown" && keyOf(one, join) !== undefined);
  await page.keyboard.press("Escape");
  await expect.poll(connected.isOpen).toBe(false);

  const stranger = await aStranger(desktop.env, connected);
  const both = [question, call];
  const words = ["confirm", "decline", "join"].flatMap((key) => both.map((told) => invoked(told, key)));
  // Also with the keys that the daemon was sent: a program may have read along.
  const known = both.flatMap((told) => told.actions.map(({ key }) => invoked(told, key)));
  const madeUp = [...words, ...known].flatMap((signal) => [
    { ...signal, path: "/made/up" },
    { ...signal, interface: "made.up" },
  ]);
  const daemonName = String(question.daemon);
  await stranger.forge([...words, ...known, ...madeUp, ...both.map(closed)]);
  await stranger.forge([ownerChanged(notifications, daemonName, stranger.name), ...known]);
  await stranger.forge([ownerChanged(notifications, daemonName, "")]);
  stranger.stop();

  await daemon.click(call, join);
  await expect.poll(() => openedLinks(connected)).toEqual([link]);
  await daemon.click(question, "Confirm");
  await daemon.waitFor(({ summary }) => summary === "Confirmed: Marty McFly");
  expect(acts(timekit)).toEqual(["asked/confirm"]);
  expect(await openedLinks(connected)).toEqual([link]);
  expect(await connected.isOpen()).toBe(false);
});

test("a message that cannot be read ends nothing, and clicks work after it", async ({
  bookbell,
  page,
  desktop,
  daemon,
  now,
}) => {
  await bookbell.post(bookingAt(now, "15:00", "16:00"));
  const told = await daemon.waitFor(({ state }) => state === "shown");
  await page.keyboard.press("Escape");
  await expect.poll(bookbell.isOpen).toBe(false);
  const stranger = await aStranger(desktop.env, bookbell);
  await stranger.sendUnreadable();
  stranger.stop();
  await daemon.click(told);
  await expect.poll(bookbell.isOpen).toBe(true);
});

test.describe("with a daemon that says what it likes", () => {
  test.use({ desktopOptions: { daemon: "none" } });

  test("a button works by its own key only, once, and while its notification is on the screen", async ({
    connected,
    desktop,
    daemon,
    timekit,
    now,
  }) => {
    const played = await startPlayedDaemon(desktop.env);
    const told: Notified[] = [];
    for (const id of ["first", "second", "third"]) {
      const asked = askedFor(now, { id });
      await timekit.put(JSON.parse(asked.toString()));
      await connected.post(asked);
      told.push(await daemon.waitFor((one) => one.state === "shown" && !told.includes(one)));
    }
    const [first, second, third] = told as [Notified, Notified, Notified];
    const say = (signal: Signal) => played.signal(first.sender, signal);

    const right = invoked(first, keyOf(first, "Confirm"));
    await say({ ...right, path: "/made/up" });
    await say({ ...right, interface: "made.up" });
    await say(invoked(first, "confirm"));
    await say(invoked(first, keyOf(second, "Confirm")));
    await say(closed(second));
    await say(invoked(second, keyOf(second, "Confirm")));

    await say(invoked(first, keyOf(first, "Decline")));
    await say(invoked(first, keyOf(first, "Decline")));
    await say(right);
    await say(invoked(third, keyOf(third, "Confirm")));
    await expect.poll(() => acts(timekit)).toEqual(["first/decline", "third/confirm"]);
    played.stop();
  });
});

test("no other program says that there is a tray, or that it is gone", async ({
  bookbell,
  page,
  desktop,
  now,
}) => {
  const watcher = "org.kde.StatusNotifierWatcher";
  const warning = page.getByText("This desktop shows no tray icon.", { exact: true });
  await expect(warning).toBeVisible();
  const stranger = await aStranger(desktop.env, bookbell);
  await stranger.forge([ownerChanged(watcher, "", stranger.name)]);
  // Whatever was heard before is drawn with it.
  await bookbell.post(bookingAt(now, "15:00", "16:00"));
  await expect(rowOf(page, "15:00")).toBeVisible();
  // Beside that it is not set up, which is worse.
  const problems = page.locator(".footer-state");
  await problems.click();
  await expect(warning).toBeVisible();

  const tray = await startTrayHost(desktop.env);
  await tray.nextItem();
  await expect(warning).toBeHidden();
  await stranger.forge([ownerChanged(watcher, stranger.name, "")]);
  await bookbell.post(bookingAt(now, "17:00", "18:00", { id: "another" }));
  await page.keyboard.press("Escape");
  await expect(rowOf(page, "17:00")).toBeVisible();
  await problems.click();
  await expect(warning).toBeHidden();
  stranger.stop();
  tray.stop();
});
