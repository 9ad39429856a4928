import { describe, expect, test } from "vitest";
import type { Booking } from "../../../common/booking.ts";
import type { Change } from "../../../common/change.ts";
import { hostActionsOf } from "../../../common/host-actions.ts";
import type { Toast, Told } from "../../../main/alerts/notifiers/notifier.ts";
import { createPresenter } from "../../../main/alerts/presenter.ts";
import { listed } from "../../../main/bookings/agenda.ts";
import type { Clash } from "../../../main/bookings/clash.ts";
import { aBooking, at } from "../../support/bookings.ts";
import { deferred } from "../../support/deferred.ts";
import { englishInLondon } from "../../support/english.ts";

const now = at("2026-11-23T14:50Z");
const place = "https://meet.google.com/abc-defg-hij";
const timed = (changes: Partial<Booking> = {}) => ({
  ...aBooking(changes),
  start: at("2026-11-23T15:00Z"),
  end: at("2026-11-23T16:00Z"),
});
const alertOf = (change: Partial<Change> = {}, booking: Partial<Booking> = {}, seq = 1) => ({
  seq,
  at: now,
  tried: false,
  change: { kind: "new" as const, from: null, to: null, ...change },
  booking: aBooking({ id: "b", ...booking }),
});

/** A presenter before a system that answers as `answer` says; all that it does is noted in order. */
function aPresenter(clash: Clash | null = null) {
  const toasts: Toast[] = [];
  const done: string[] = [];
  const user = {
    presenting: false,
    sound: true,
    soundless: [] as string[],
    canAnswer: true,
    answer: "shown" as Told,
  };
  const presenter = createPresenter({
    notify: {
      ready: async () => true,
      async show(toast) {
        toasts.push(toast);
        return user.answer;
      },
      withdraw: async (tag) => void done.push(`withdraw ${tag}`),
    },
    now: () => now,
    l10n: () => englishInLondon,
    onClick: (id) => done.push(`open ${id}`),
    onSeen: (id) => done.push(`seen ${id}`),
    clashOf: async () => clash,
    presenting: () => user.presenting,
    projects: () => ({}),
    sound: () => user.sound,
    isSoundless: ({ change }) => user.soundless.includes(change.kind),
    actionsOf: (booking) => (user.canAnswer ? hostActionsOf(booking) : []),
    onButton: ({ id }, button) => done.push(`${button} ${id}`),
    onTried: (shown, bookings) => done.push(`tried ${shown} ${bookings.map(({ id }) => id)}`),
  });
  const last = () => toasts.at(-1) as Toast;
  return { presenter, user, toasts, done, last };
}

describe("a change", () => {
  test("is told under a name of its booking's own, and opens it", async () => {
    const { presenter, last, done } = aPresenter();
    expect(await presenter.show(alertOf())).toBe("shown");
    expect(last()).toMatchObject({ tag: "bookbell-b", title: "New booking: Marty McFly", silent: false });
    expect(last().portrait).toEqual({ initials: "MM", hue: "teal" });
    // Seeing its row is as good.
    expect(last().row).toEqual(listed(alertOf().booking));
    last().onClick();
    expect(done).toEqual(["tried true b", "seen b", "open b"]);
  });

  test("of a seat opens its class", async () => {
    const { presenter, last, done } = aPresenter();
    await presenter.show(alertOf({}, { ownerId: "class" }));
    last().onClick();
    expect(done.slice(1)).toEqual(["seen b", "open class"]);
  });

  test("has the buttons that help, and none other does anything", async () => {
    const { presenter, user, last, done } = aPresenter();
    await presenter.show(alertOf({ kind: "asked" }, { status: "asked" }));
    expect(last().actions).toEqual([
      { key: "confirm", label: "Confirm" },
      { key: "decline", label: "Decline" },
    ]);
    last().onAction("confirm");
    last().onAction("join");
    expect(done.slice(1)).toEqual(["seen b", "confirm b"]);
    user.canAnswer = false;
    await presenter.show(alertOf({ kind: "asked" }, { status: "asked" }));
    expect(last().actions).toEqual([]);
  });

  test("makes no sound where none is wanted", async () => {
    const { presenter, user, last } = aPresenter();
    user.sound = false;
    await presenter.show(alertOf());
    expect(last().silent).toBe(true);
    user.sound = true;
    user.soundless = ["new"];
    await presenter.show(alertOf());
    expect(last().silent).toBe(true);
    await presenter.show(alertOf({ kind: "cancelled" }));
    expect(last().silent).toBe(false);
  });

  test("of many makes a sound as soon as one of them may", async () => {
    const { presenter, user, last } = aPresenter();
    user.soundless = ["new"];
    await presenter.showDigest([alertOf(), alertOf({}, { id: "c" }, 2)]);
    expect(last().silent).toBe(true);
    await presenter.showDigest([alertOf(), alertOf({ kind: "cancelled" }, { id: "c" }, 2)]);
    expect(last().silent).toBe(false);
  });

  test("says nothing of who it is while others see the screen, nor of who is in the way", async () => {
    const { presenter, user, last } = aPresenter({
      kind: "overlap",
      other: timed({ customer: { name: "Biff", email: "", phone: "", timeZone: "" } }),
    });
    await presenter.show(alertOf());
    expect(last().body).toContain("Biff");
    user.presenting = true;
    await presenter.show(alertOf());
    expect(`${last().title} ${last().body}`).not.toMatch(/Marty|Biff|Time travel|Hill Valley/);
  });

  test.each<[string, Partial<Change>, boolean]>([
    ["comes", { kind: "new" }, true],
    ["asks", { kind: "asked" }, true],
    ["is confirmed", { kind: "confirmed" }, true],
    ["is moved", { kind: "moved", from: { start: 1, end: 2 } }, true],
    ["is moved elsewhere", { kind: "moved", to: { start: 1, end: 2 } }, false],
    ["is moved to nobody knows when", { kind: "moved" }, false],
    ["is cancelled", { kind: "cancelled" }, false],
    ["has other details", { kind: "details" }, false],
  ])("of a booking that %s tells what is in its way: %s", async (_what, change, told) => {
    const { presenter, last } = aPresenter({ kind: "overlap", other: timed() });
    await presenter.show(alertOf(change));
    expect(last().body.includes("Overlaps")).toBe(told);
  });
});

describe("of the two halves of a reschedule", () => {
  test("the new booking's takes the old one off the screen", async () => {
    const { presenter, last, done } = aPresenter();
    await presenter.show(alertOf({ kind: "moved", from: { start: 1, end: 2 }, otherHalf: "old" }));
    expect([last().tag, done]).toEqual(["bookbell-b", ["tried true b", "withdraw bookbell-old"]]);
  });

  test("the old booking's is told in the place of the new one", async () => {
    const { presenter, last, done } = aPresenter();
    await presenter.show(alertOf({ kind: "moved", to: { start: 1, end: 2 }, otherHalf: "fresh" }));
    expect([last().tag, done]).toEqual(["bookbell-fresh", ["tried true b", "withdraw bookbell-b"]]);
  });
});

describe("a digest", () => {
  test("takes the place of all that it counts, each once", async () => {
    const { presenter, last, done } = aPresenter();
    const alerts = [alertOf(), alertOf({ kind: "details" }), alertOf({}, { id: "c" })];
    await presenter.showDigest(alerts);
    expect(last()).toMatchObject({
      tag: "bookbell-digest",
      title: "3 booking updates",
      actions: [],
      row: null,
    });
    last().onClick();
    last().onAction("join");
    expect(done).toEqual(["tried true b,b,c", "withdraw bookbell-b", "withdraw bookbell-c", "open null"]);
  });

  test("of one says it as if it were alone", async () => {
    const { presenter, last } = aPresenter();
    await presenter.showDigest([alertOf()]);
    expect(last()).toMatchObject({ tag: "bookbell-digest", title: "New booking: Marty McFly" });
  });
});

describe("what the system did not show", () => {
  test.each(["failed", "held"] as const)("as it %s, takes nothing off the screen", async (answer) => {
    const { presenter, user, done } = aPresenter();
    user.answer = answer;
    expect(await presenter.show(alertOf({ otherHalf: "old" }))).toBe(answer);
    expect(done).toEqual(["tried false b"]);
  });

  test.each([true, false])("at once does so when it is shown after all: %s", async (came) => {
    const { presenter, user, done } = aPresenter();
    const shown = deferred<boolean>();
    user.answer = { shown: shown.promise };
    const told = await presenter.show(alertOf({ otherHalf: "old" }));
    expect(done).toEqual(["tried false b"]);
    shown.resolve(came);
    expect(await (told as Exclude<Told, string>).shown).toBe(came);
    expect(done.slice(1)).toEqual(came ? ["tried true b", "withdraw bookbell-old"] : []);
  });
});

test("a reminder stands beside the change, with what can be done before the start", async () => {
  const { presenter, last, user, done } = aPresenter();
  const booking = timed({ id: "b", place });
  await presenter.remind({ booking, due: now, notJoined: false });
  expect(last()).toMatchObject({
    tag: "bookbell-reminder-b",
    title: "Starts at 15:00: Marty McFly",
    row: null,
  });
  expect(last().actions.map(({ key }) => key)).toEqual(["join", "snooze", "snooze-to-start"]);
  user.presenting = true;
  await presenter.remind({ booking, due: now, notJoined: false });
  expect(last().title).toBe("Starts at 15:00: a booking");
  done.length = 0;
  await presenter.withdrawReminder("b");
  await presenter.withdraw(["b", "b"]);
  expect(done).toEqual([
    "withdraw bookbell-reminder-b",
    "withdraw bookbell-b",
    "withdraw bookbell-reminder-b",
  ]);
});

test("why a button did nothing is said in the place of the change", async () => {
  const { presenter, last } = aPresenter();
  await presenter.showProblem(aBooking({ id: "b" }), { code: "no-link" });
  expect(last()).toMatchObject({
    tag: "bookbell-b",
    title: "This booking has no link to join.",
    body: "Look into its details, or ask whoever booked.",
    actions: [],
  });
});

test("no name that reaches the system is longer than a hundred letters", async () => {
  const { presenter, last } = aPresenter();
  await presenter.show(alertOf({}, { id: "x".repeat(5_000) }));
  expect(last().tag).toHaveLength(100);
});

test("the greeting says hello, of no booking, and opens the window", async () => {
  const { presenter, last, done } = aPresenter();
  expect(await presenter.greet()).toBe("shown");
  expect(last()).toMatchObject({ tag: "bookbell-hello", title: "Hello from Bookbell", actions: [] });
  last().onClick();
  expect(done).toEqual(["tried true ", "open null"]);
});
