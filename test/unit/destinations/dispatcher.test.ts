import { describe, expect, test } from "vitest";
import { deferred } from "../../support/deferred.ts";
import { now } from "../../support/outgoing.ts";
import { aMessage } from "../../support/played-queue.ts";
import { goneOutcome, sentOutcome, silentOutcome, someSending } from "../../support/sending.ts";

const second = 1_000;

test("what a crash left under way is marked before anything is sent, and goes out as doubtful", async () => {
  const { owe, asked, tries, time, dispatcher } = someSending();
  owe("url-1", 1, { state: "sending" });
  dispatcher.wake();
  dispatcher.retry("url-1");
  await time.pass(0);
  expect(asked).toEqual([]);
  dispatcher.start();
  await time.pass(0);
  expect(asked[0]).toBe("recover");
  expect(tries.map(({ batch }) => batch[0]?.doubtful)).toEqual([true]);
});

test("each goes out once, in order, and the destination works since", async () => {
  const { owe, sent, states, standings, settledIds, time, dispatcher } = someSending();
  for (const seq of [3, 1, 2]) owe("url-1", seq);
  dispatcher.start();
  await time.pass(0);
  expect(sent()).toEqual([[1], [2], [3]]);
  expect(states()).toEqual({ 1: "sent", 2: "sent", 3: "sent" });
  expect(standings.get("url-1")).toEqual({ state: "working" });
  expect(settledIds).toEqual(["url-1", "url-1", "url-1"]);
});

test("one that hangs holds up no other", async () => {
  const { owe, sent, box, time, dispatcher } = someSending();
  const hanging = deferred<typeof sentOutcome>();
  box.answer = ([id]) => (id === "msg_1" ? hanging.promise : sentOutcome);
  owe("url-1", 1);
  owe("url-1", 2);
  owe("slack-1", 3);
  dispatcher.start();
  await time.pass(0);
  expect(sent("slack-1")).toEqual([[3]]);
  expect(sent("url-1")).toEqual([[1]]);
  hanging.resolve(sentOutcome);
  await time.pass(0);
  expect(sent("url-1")).toEqual([[1], [2]]);
});

test("what is owed while a try is under way goes out after it, and asks the store once for all", async () => {
  const { owe, asked, sent, box, time, dispatcher } = someSending();
  const hanging = deferred<typeof sentOutcome>();
  box.answer = ([id]) => (id === "msg_1" ? hanging.promise : sentOutcome);
  owe("url-1", 1);
  dispatcher.start();
  await time.pass(0);
  asked.length = 0;
  owe("url-1", 2);
  for (let i = 0; i < 100; i++) dispatcher.wake();
  await time.pass(0);
  expect(asked).toEqual(["due"]);
  hanging.resolve(sentOutcome);
  await time.pass(0);
  expect(sent()).toEqual([[1], [2]]);
});

describe("Slack", () => {
  test.each(["slack-1", "workflow-1"])("%s gets one in 1.1 seconds", async (id) => {
    const { owe, tries, time, dispatcher } = someSending();
    for (const seq of [1, 2, 3]) owe(id, seq);
    dispatcher.start();
    await time.pass(10 * second);
    expect(tries.map(({ at }) => at - now)).toEqual([0, 1_100, 2_200]);
  });

  test("also where the second comes after the first, and where the computer wakes between", async () => {
    const { owe, tries, time, dispatcher } = someSending();
    owe("slack-1", 1);
    dispatcher.start();
    await time.pass(300);
    owe("slack-1", 2);
    dispatcher.wake();
    dispatcher.resumed();
    dispatcher.retry("slack-1");
    await time.pass(10 * second);
    expect(tries.map(({ at }) => at - now)).toEqual([0, 1_100]);
  });

  test.each([
    ["slack-1", 10, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]],
    ["slack-1", 11, [11]],
    ["workflow-1", 501, [500, 1]],
    ["url-1", 12, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]],
  ])("of what waits for %s, %d go out as %j", async (id, count, sizes) => {
    const { owe, tries, states, time, dispatcher } = someSending();
    for (let seq = 1; seq <= count; seq++) owe(id, seq);
    dispatcher.start();
    await time.pass(60 * second);
    expect(tries.map(({ batch }) => batch.length)).toEqual(sizes);
    expect(new Set(Object.values(states()))).toEqual(new Set(["sent"]));
  });

  test("a doubtful one goes out once more, and no third time; the next goes on", async () => {
    const { owe, tries, rows, box, time, dispatcher } = someSending();
    box.answer = ([id]) => (id === "msg_1" ? silentOutcome(true) : sentOutcome);
    owe("slack-1", 1);
    owe("slack-1", 2);
    dispatcher.start();
    await time.pass(120 * second);
    expect(tries.map(({ batch }) => [batch[0]?.message.id, batch[0]?.doubtful])).toEqual([
      ["msg_1", false],
      ["msg_1", true],
      ["msg_2", false],
    ]);
    expect(rows.get(1)).toMatchObject({ state: "given-up", why: { code: "destination-silent" } });
  });

  test("of a digest that is doubtful again, what is new goes out once more", async () => {
    const { owe, states, tries, box, time, dispatcher } = someSending();
    box.answer = () => (tries.length <= 2 ? silentOutcome(true) : sentOutcome);
    for (let seq = 1; seq <= 11; seq++) owe("slack-1", seq);
    dispatcher.start();
    await time.pass(0);
    owe("slack-1", 12);
    await time.pass(60 * second);
    expect(tries.map(({ batch }) => batch.length)).toEqual([11, 12, 1]);
    expect(states()).toMatchObject({ 1: "given-up", 11: "given-up", 12: "sent" });
  });
});

describe("half of a reschedule", () => {
  const half = (seq: number) => ({
    message: aMessage(seq, { time: null, previous: { start: now, end: now, allDay: false } }),
  });

  test("waits two seconds for the other, and what came after it waits too", async () => {
    const { owe, tries, sent, time, dispatcher } = someSending();
    owe("url-1", 1);
    owe("url-1", 2, half(2));
    owe("url-1", 3);
    dispatcher.start();
    await time.pass(10 * second);
    expect(sent()).toEqual([[1], [2], [3]]);
    expect(tries.map(({ at }) => at - now)).toEqual([0, 2_000, 2_000]);
  });

  test("is not sent where the other came", async () => {
    const { owe, rows, sent, time, dispatcher } = someSending();
    owe("url-1", 1, half(1));
    dispatcher.start();
    await time.pass(1_000);
    rows.delete(1);
    owe("url-1", 2);
    await time.pass(1_000);
    expect(sent()).toEqual([[2]]);
  });

  test("of a digest, waits alone; with a clock that was set back, not at all", async () => {
    const { owe, sent, time, dispatcher } = someSending();
    for (let seq = 1; seq <= 11; seq++) owe("slack-1", seq);
    owe("slack-1", 12, half(12));
    owe("url-1", 13, { ...half(13), owedAt: now + 3_600 * second });
    dispatcher.start();
    await time.pass(0);
    expect(sent("url-1")).toEqual([[13]]);
    await time.pass(10 * second);
    expect(sent("slack-1").map((batch) => batch.length)).toEqual([11, 1]);
  });
});

describe("the end", () => {
  test("aborts what is under way, which stays so for the next start, and sends nothing more", async () => {
    const { owe, states, tries, box, faults, time, dispatcher } = someSending();
    box.answer = (_, signal) =>
      new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
    owe("url-1", 1);
    owe("slack-1", 2);
    owe("url-1", 3);
    dispatcher.start();
    await time.pass(0);
    await dispatcher.close();
    dispatcher.wake();
    dispatcher.retry("url-1");
    await time.pass(60 * second);
    expect(states()).toEqual({ 1: "sending", 2: "sending", 3: "owed" });
    expect(tries).toHaveLength(2);
    expect([faults, time.pausing()]).toEqual([[], 0]);
  });

  test("comes during a wait, too, and before the start", async () => {
    const { owe, box, time, dispatcher } = someSending();
    box.answer = () => silentOutcome();
    owe("url-1", 1);
    dispatcher.start();
    await time.pass(0);
    await dispatcher.close();
    expect(time.pausing()).toBe(0);
    const other = someSending();
    await other.dispatcher.close();
    expect(other.asked).toEqual([]);
  });

  test("of one destination leaves the others alone", async () => {
    const { owe, rows, sent, box, time, dispatcher } = someSending();
    box.answer = ([id]) => (id === "msg_1" ? silentOutcome() : goneOutcome);
    owe("url-1", 1);
    dispatcher.start();
    await time.pass(0);
    dispatcher.removed("url-1");
    rows.clear();
    owe("url-2", 2);
    dispatcher.wake();
    await time.pass(60 * second);
    expect(sent()).toEqual([[1], [2]]);
    expect(time.pausing()).toBe(0);
  });
});
