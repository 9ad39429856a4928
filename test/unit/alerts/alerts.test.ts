import { describe, expect, test } from "vitest";
import { WorldError } from "../../../main/lib/world-error.ts";
import { type aNotifier, noon, someAlerts } from "../../support/alerts.ts";
import { patienceMs } from "../../support/patience.ts";

const minute = 60_000;
const soon = <T>(look: () => T) => expect.poll(look, { timeout: patienceMs });
const link = { event: { where: "https://meet.google.com/abc-defg-hij" } };
const titles = (toasts: ReturnType<typeof aNotifier>["toasts"]) => toasts.map(({ title }) => title);

describe("what comes", () => {
  test("is told, and found among what is new until it was looked at", async () => {
    const { comes, toasts, told, view, outcomes, alerts } = someAlerts();
    await comes("b", 60);
    expect(titles(toasts)).toEqual(["New booking: Marty McFly"]);
    expect([told, outcomes()]).toEqual([["b true"], expect.objectContaining({ "alert shown": 1 })]);
    await soon(() => view.unseen).toEqual(["b"]);
    await alerts.seen("b");
    await soon(() => view.unseen).toEqual([]);
  });

  test("does so in one way to the store and back, where it comes with its delivery", async () => {
    const { comes, asked, toasts } = someAlerts();
    await comes("first", 60);
    asked.length = 0;
    await comes("second", 120);
    expect(toasts).toHaveLength(2);
    expect(asked.filter((call) => call.startsWith("alerts."))[0]).toBe("alerts.resolve");
    expect(asked).not.toContain("alerts.owed");
  });

  test("is told also by who does not say what came", async () => {
    const { take, alerts, toasts } = someAlerts();
    take("b", 60);
    await alerts.tell();
    expect(toasts).toHaveLength(1);
  });

  test("as the policy has it, is not: it is said that it came unannounced, once", async () => {
    const { comes, alerts, toasts, unannounced, outcomes } = someAlerts({
      alerts: { ...someAlerts().settings.get("alerts"), new: "list" },
    });
    await comes("b", 60);
    await alerts.tell();
    expect([toasts, unannounced]).toEqual([
      [],
      [{ bookingId: "b", start: noon + 60 * minute, outcome: "quiet", why: { code: "kind", kind: "new" } }],
    ]);
    expect(outcomes()).toMatchObject({ "alert quiet": 1 });
  });

  test("while notifications are paused is not told, nor is what others booked", async () => {
    const { comes, user, settings, toasts, unannounced } = someAlerts();
    user.paused = true;
    await comes("paused", 60);
    user.paused = false;
    settings.change({ resource: { id: "nobody", name: "Nobody" } });
    await comes("others", 60);
    expect(toasts).toEqual([]);
    expect(unannounced.map(({ bookingId, outcome }) => [bookingId, outcome])).toEqual([["paused", "paused"]]);
  });

  test("to prove the way is told whatever the policy says", async () => {
    const { comes, user, toasts, told } = someAlerts();
    user.paused = true;
    user.test = "proof";
    await comes("proof", 60);
    expect([toasts.length, told]).toEqual([1, ["proof true"]]);
  });

  test("while others see the screen is told without names", async () => {
    const { comes, user, toasts } = someAlerts();
    user.presenting = true;
    await comes("b", 60);
    expect(titles(toasts)).toEqual(["New booking"]);
  });
});

describe("a button", () => {
  const asking = { graph: "confirm_decline", state: "tentative" };

  test("has done what it says, and the booking counts as looked at", async () => {
    const { comes, toasts, done, view } = someAlerts();
    await comes("b", 60, asking);
    toasts[0]?.onAction("confirm");
    expect(done).toEqual([{ id: "b", action: "confirm", message: "" }]);
    await soon(() => view.unseen).toEqual([]);
  });

  test("that could not says so in the place of the notification", async () => {
    const { comes, user, toasts, faults } = someAlerts();
    await comes("b", 60, asking);
    user.act = async () => {
      throw new WorldError("timekit-gone");
    };
    toasts[0]?.onAction("decline");
    await soon(() => toasts.length).toBe(2);
    expect(toasts[1]).toMatchObject({
      tag: toasts[0]?.tag,
      title: expect.stringContaining("Timekit no longer has this booking"),
    });
    expect(faults).toEqual([]);
  });

  test("whose work failed by our own fault says so as well, and that is a fault", async () => {
    const { comes, user, toasts, faults, done } = someAlerts();
    await comes("b", 10, link);
    const fault = new Error("ours");
    user.join = async () => {
      throw fault;
    };
    toasts[0]?.onAction("join");
    await soon(() => toasts.at(-1)?.title).toContain("inside Bookbell");
    expect([done, faults]).toEqual([["join b"], [fault]]);
  });

  test.each([
    ["snooze", 5],
    ["snooze-to-start", 9],
  ])("to %s a reminder has it come again", async (key, minutes) => {
    const { comes, user, alerts, toasts, withdrawn } = someAlerts({ notJoined: false });
    user.paused = true;
    await comes("b", 10);
    user.paused = false;
    user.now += minute;
    await alerts.tell();
    await soon(() => toasts.length).toBe(1);
    toasts[0]?.onAction(key);
    await soon(() => withdrawn).toEqual(["bookbell-reminder-b"]);
    user.now = noon + (1 + minutes) * minute;
    await alerts.tell();
    await soon(() => toasts.length).toBe(2);
    expect(titles(toasts)).toEqual(["Starts at 12:10: Marty McFly", "Starts at 12:10: Marty McFly"]);
  });
});

test("a click opens the booking, or, on a digest, the window", async () => {
  const { take, comes, alerts, toasts, done } = someAlerts();
  await comes("b", 60);
  toasts[0]?.onClick();
  for (const id of ["c", "d", "e"]) take(id, 120);
  await alerts.tell();
  toasts[1]?.onClick();
  expect(done).toEqual(["click b", "click null"]);
});

describe("what is on the screen", () => {
  test("is taken off it at once when others are to see it", async () => {
    const { comes, alerts, withdrawn } = someAlerts();
    await comes("b", 60);
    await alerts.withdrawAll();
    expect(withdrawn).toEqual([null]);
  });

  test("is taken off when a booking is forgotten, and once more after what was being told", async () => {
    const { comes, alerts, withdrawn } = someAlerts();
    await comes("b", 60);
    alerts.forget(["b"]);
    await soon(() => withdrawn).toEqual([null, "bookbell-b", "bookbell-reminder-b"]);
  });
});

describe("while nobody shows", () => {
  test("what comes waits, the view says so, and it is told once somebody is back", async () => {
    const { comes, desktop, back, toasts, told, view, outcomes } = someAlerts();
    Object.assign(desktop, { ready: false, answer: "failed" });
    await comes("b", 60);
    expect([view.notifications, told, outcomes()]).toEqual([
      expect.objectContaining({ code: "notifications-wait", args: { count: 1 } }),
      ["b false"],
      expect.objectContaining({ "alert owed": 1 }),
    ]);
    Object.assign(desktop, { ready: true, answer: "shown" });
    back();
    await soon(() => view.notifications).toBeNull();
    expect([toasts.length, told]).toEqual([2, ["b false", "b true"]]);
    await soon(outcomes).toMatchObject({ "alert shown": 1 });
  });

  test("that is said though nothing came, from the start on or a minute later", async () => {
    const { desktop, view, alerts } = someAlerts();
    desktop.ready = false;
    await alerts.minute();
    expect(view.notifications).toMatchObject({ code: "notifications-missing" });
    desktop.ready = true;
    await alerts.minute();
    expect(view.notifications).toBeNull();
  });
});

test("who shows is met: whether a crash may have something told twice is for the view", () => {
  const { met, view, alerts } = someAlerts();
  met({ replaces: false });
  expect(view.mayShowTwice).toBe(true);
  met({ replaces: true });
  expect(view.mayShowTwice).toBe(false);
  void alerts.close();
  met({ replaces: false });
  expect(view.mayShowTwice).toBe(false);
});

test("the greeting of the first run says whether it could be shown", async () => {
  const { alerts, desktop, toasts, view } = someAlerts();
  await alerts.greet();
  expect([titles(toasts), view.greeted, view.notifications]).toEqual([
    ["Hello from Bookbell"],
    true,
    undefined,
  ]);
  desktop.answer = "failed";
  await alerts.greet();
  expect([view.greeted, view.notifications]).toEqual([false, { code: "notifications-failed" }]);
  desktop.answer = { shown: Promise.resolve(true) };
  await alerts.greet();
  await soon(() => view.greeted).toBe(true);
});
