import { expect, onTestFinished, test } from "vitest";
import type { Told } from "../../../main/alerts/notifiers/notifier.ts";
import { createReminders } from "../../../main/alerts/reminders/reminders.ts";
import { deferred } from "../../support/deferred.ts";
import { exampleAt } from "../../support/example.ts";
import { aStore, asClient, received } from "../../support/store.ts";

const minute = 60_000;
const noon = Date.parse("2026-11-23T12:00Z");

/** A booking in ten minutes, which is when it is reminded of; `answer` is what the system says. */
function reminding(answer: Told) {
  const { store } = aStore();
  const box = { now: noon, answer, locked: false };
  const told: number[] = [];
  const body = exampleAt(noon, new Date(noon + 10 * minute), new Date(noon + 40 * minute));
  store.take([received(body, noon)]);
  const reminders = createReminders({
    store: asClient(store, ({ group, name }) => {
      if (box.locked && group === "reminders" && name === "resolve") throw new Error("locked");
    }),
    rules: () => ({ leads: [10], projects: {}, notJoined: false }),
    paused: () => false,
    resource: () => null,
    isTest: () => false,
    async show() {
      told.push((box.now - noon) / minute);
      return box.answer;
    },
    withdraw: async () => {},
    marker: { last: () => new Set(), told() {} },
    pause: async () => {},
    now: () => box.now,
    onFault() {},
  });
  onTestFinished(async () => {
    await reminders.close();
    store.close();
  });
  const outcomes = () =>
    store.reminders.between(noon - minute, noon + 60 * minute).map(({ outcome }) => outcome);
  const at = async (minutes: number) => {
    box.now = noon + minutes * minute;
    await reminders.check();
  };
  return { box, told, at, outcomes };
}

test("a reminder that could not be shown is tried again as long as it helps", async () => {
  const { box, told, at, outcomes } = reminding("failed");
  await at(0);
  await at(3);
  expect([told, outcomes()]).toEqual([[0, 3], [null]]);
  box.answer = "shown";
  await at(4);
  await at(5);
  expect([told, outcomes()]).toEqual([[0, 3, 4], ["shown"]]);
});

test("and no longer than ten minutes after the start", async () => {
  const { told, at } = reminding("held");
  await at(19);
  await at(20);
  expect(told).toEqual([19]);
});

test("one that hangs is not sent again, and is marked when it is shown after all", async () => {
  const shown = deferred<boolean>();
  const { told, at, outcomes } = reminding({ shown: shown.promise });
  await at(0);
  await at(1);
  shown.resolve(true);
  await expect.poll(outcomes).toEqual(["shown"]);
  expect(told).toEqual([0]);
});

test("one that is on the screen is not shown again while the store cannot be written", async () => {
  const { box, told, at, outcomes } = reminding("shown");
  box.locked = true;
  await at(0);
  await at(1);
  box.locked = false;
  await at(2);
  expect([told, outcomes()]).toEqual([[0], ["shown"]]);
});
