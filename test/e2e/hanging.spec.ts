import path from "node:path";
import { expect } from "@playwright/test";
import { bookingAt } from "../support/example.ts";
import { DatabaseSync } from "../support/sqlite.ts";
import { test as base, rowOf } from "./test.ts";

const test = base.extend<{
  /** Has the daemon hang on so many bookings until Bookbell says that they wait; gives its process. */
  hungWith: (count: number) => Promise<number>;
}>({
  hungWith: ({ desktop, daemon, bookbell, page, now }, use) =>
    use(async (count) => {
      const pid = await desktop.startDaemon();
      await bookbell.post(bookingAt(now, "13:00", "14:00", { id: "before" }));
      await daemon.waitFor(({ state }) => state === "shown");
      process.kill(pid, "SIGSTOP");
      for (let i = 0; i < count; i++)
        expect(await bookbell.post(bookingAt(now, "15:00", "16:00", { id: `hung-${i}` }))).toBe(204);
      // Beside that it is not set up, which is worse.
      await page.locator(".footer-state").click();
      await expect(page.getByText(`Notifications can’t be shown: ${count} wait.`).first()).toBeVisible();
      return pid;
    }),
});

test.describe("when the notification daemon hangs", () => {
  test.use({ desktopOptions: { daemon: "none" } });

  test("Bookbell stays at hand, and the notification is there once it goes on", async ({
    desktop,
    bookbell,
    page,
    daemon,
    now,
  }) => {
    const pid = await desktop.startDaemon();
    process.kill(pid, "SIGSTOP");
    expect(await bookbell.post(bookingAt(now, "15:00", "16:00"))).toBe(204);
    await expect(rowOf(page, "Marty McFly")).toBeVisible();
    process.kill(pid, "SIGCONT");
    await daemon.waitFor(({ state }) => state === "shown");
    expect(daemon.received).toHaveLength(1);
  });

  test("for long, what waits is told once it goes on, each once, and counted until then", async ({
    hungWith,
    page,
    daemon,
  }) => {
    const pid = await hungWith(6);
    // One was sent; it would be shown twice if it were sent again.
    expect(daemon.received).toHaveLength(2);
    process.kill(pid, "SIGCONT");
    await daemon.waitFor(({ state, summary }) => state === "shown" && summary === "5 booking updates");
    await expect(page.locator(".status-what").getByText(/Notifications can’t be shown/)).toBeHidden();
    expect(daemon.received.map(({ summary }) => summary)).toEqual([
      "New booking: Marty McFly",
      "New booking: Marty McFly",
      "5 booking updates",
    ]);
  });

  test("and a customer is forgotten meanwhile, nothing of them is on the screen once it goes on", async ({
    hungWith,
    bookbell,
    page,
    daemon,
    now,
  }) => {
    const pid = await hungWith(2);
    await page.evaluate("window.bookbell.privacy.forgetCustomer('mcfly@timekit.io')");
    process.kill(pid, "SIGCONT");
    const hung = await daemon.waitFor((one) => one === daemon.received[1] && one.state === "shown");
    await daemon.waitFor((one) => one === hung && one.state === "closed");
    const other = { id: "other", customers: [{ name: "Jennifer", email: "jennifer@example.net" }] };
    await bookbell.post(bookingAt(now, "19:00", "20:00", other));
    await daemon.waitFor(({ summary, state }) => summary.includes("Jennifer") && state === "shown");
    expect(daemon.displayed()).toHaveLength(1);
    expect(daemon.received).toHaveLength(3);
  });

  test("and the store is locked when it goes on, what it shows is not told again, and marked later", async ({
    desktop,
    bookbell,
    page,
    daemon,
    now,
  }) => {
    const pid = await desktop.startDaemon();
    process.kill(pid, "SIGSTOP");
    expect(await bookbell.post(bookingAt(now, "15:00", "16:00"))).toBe(204);
    const other = new DatabaseSync(path.join(bookbell.profile, "bookings.sqlite"));
    other.exec("BEGIN IMMEDIATE");
    process.kill(pid, "SIGCONT");
    await daemon.waitFor(({ state }) => state === "shown");
    const locked = page.getByText("Another program has the bookings file open.", { exact: true }).first();
    await expect(locked).toBeVisible();
    other.exec("COMMIT");
    await expect(locked).toBeHidden();
    const outcomes = () => other.prepare("SELECT outcome FROM alert").all();
    await expect.poll(outcomes).toMatchObject([{ outcome: "shown" }]);
    other.close();
    expect(daemon.received).toHaveLength(1);
  });

  test("and another takes its place, that one shows all of it, each once", async ({
    hungWith,
    desktop,
    page,
    daemon,
  }) => {
    const pid = await hungWith(2);
    const before = daemon.received.length;
    process.kill(pid, "SIGKILL");
    await desktop.startDaemon();
    await expect(page.locator(".status-what").getByText(/Notifications can’t be shown/)).toBeHidden();
    await expect.poll(() => daemon.displayed()).toHaveLength(2);
    expect(daemon.received.slice(before)).toHaveLength(2);
  });
});
