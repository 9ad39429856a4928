import { describe, expect, test } from "vitest";
import type { Outcome } from "../../../main/destinations/destination.ts";
import { now } from "../../support/outgoing.ts";
import {
  goneOutcome,
  refusedOutcome,
  sentOutcome,
  silentOutcome,
  someSending,
} from "../../support/sending.ts";

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** One message for an address that answers that; null = sent. */
async function answering(answer: () => Outcome | null, ids: readonly string[] = ["url-1"]) {
  const sending = someSending();
  sending.box.answer = answer;
  ids.forEach((id, index) => void sending.owe(id, index + 1));
  sending.dispatcher.start();
  await sending.time.pass(0);
  /** Of each try: how long after the start. */
  const times = () => sending.tries.map(({ at }) => at - now);
  return { ...sending, times };
}

describe("a destination that takes nothing", () => {
  test("is tried after growing waits, the others behind it, and says since when and how often", async () => {
    const { times, standings, sent, owe, box, time } = await answering(() => silentOutcome());
    owe("url-1", 2);
    await time.pass(3 * minute);
    expect(times()).toEqual([0, 5 * second, 35 * second, 155 * second]);
    expect(standings.get("url-1")).toEqual({
      state: "failing",
      since: now,
      failures: 4,
      why: { code: "destination-silent", args: { host: "host" } },
    });
    box.answer = () => sentOutcome;
    await time.pass(10 * minute);
    expect(sent()).toEqual([[1], [1], [1], [1], [1], [2]]);
    expect(standings.get("url-1")).toEqual({ state: "working" });
  });

  test("is asked for nothing by what comes meanwhile", async () => {
    const { tries, dispatcher, time } = await answering(() => silentOutcome());
    for (let i = 0; i < 4; i++) {
      dispatcher.wake();
      await time.pass(second);
    }
    expect(tries).toHaveLength(1);
  });

  test.each([
    [30 * second, 30 * second],
    [0, second],
    [5 * hour, hour],
  ])("asks for %d ms, and gets %d", async (asked, got) => {
    const { times, time } = await answering(() => silentOutcome(false, asked));
    await time.pass(got);
    expect(times()).toEqual([0, got]);
  });

  test("stays doubtful where a later try certainly was not taken", async () => {
    const outcomes = [silentOutcome(true), silentOutcome(false)];
    const { tries, time } = await answering(() => outcomes.shift() ?? sentOutcome);
    await time.pass(hour);
    expect(tries.map(({ batch }) => batch[0]?.doubtful)).toEqual([false, true, true]);
  });

  test("is stopped after five days, and what waits is kept", async () => {
    const { owe, standings, states, tries, box, time, dispatcher } = someSending();
    const why = { code: "slack-busy" } as const;
    standings.set("url-1", { state: "failing", since: now - 5 * day, failures: 30, why });
    box.answer = () => silentOutcome();
    owe("url-1", 1);
    dispatcher.start();
    await time.pass(hour);
    expect(standings.get("url-1")).toMatchObject({
      state: "stopped",
      since: now,
      why: { code: "destination-long-silent" },
    });
    expect([states(), tries.length]).toEqual([{ 1: "owed" }, 1]);
  });
});

describe("a message that is turned down", () => {
  test("is tried three times, then the next goes out at once", async () => {
    const { owe, box, rows, sent, times, time } = await answering(() => refusedOutcome);
    box.answer = ([id]) => (id === "msg_1" ? refusedOutcome : sentOutcome);
    owe("url-1", 2);
    await time.pass(minute);
    expect(sent()).toEqual([[1], [1], [1], [2]]);
    expect(times()).toEqual([0, 5 * second, 35 * second, 35 * second]);
    expect(rows.get(1)).toMatchObject({ state: "given-up", why: { code: "destination-turned-down" } });
  });

  test("says that its destination answers again", async () => {
    const outcomes = [silentOutcome(), refusedOutcome];
    const { standings, time } = await answering(() => outcomes.shift() ?? sentOutcome);
    await time.pass(6 * second);
    expect(standings.get("url-1")).toEqual({ state: "working" });
  });
});

describe("a destination that is stopped", () => {
  test("gets nothing more, keeps what waits, and is tried again once its user says so", async () => {
    const { box, states, sent, standings, dispatcher, time } = await answering(
      () => goneOutcome,
      ["url-1", "url-1"],
    );
    dispatcher.wake();
    dispatcher.resumed();
    await time.pass(day);
    expect([sent(), states()]).toEqual([[[1]], { 1: "owed", 2: "owed" }]);
    expect(standings.get("url-1")).toEqual({
      state: "stopped",
      since: now,
      why: { code: "destination-gone", args: { host: "host" } },
    });
    box.answer = () => sentOutcome;
    dispatcher.retry("url-1");
    await time.pass(0);
    expect(sent()).toEqual([[1], [1], [2]]);
    expect(standings.get("url-1")).toEqual({ state: "working" });
  });

  test("works once its user says so, also if nothing waits", async () => {
    const { standings, dispatcher, time } = await answering(() => sentOutcome);
    standings.set("url-1", {
      state: "stopped",
      since: now,
      why: { code: "destination-gone", args: { host: "" } },
    });
    dispatcher.retry("url-1");
    await time.pass(0);
    expect(standings.get("url-1")).toEqual({ state: "working" });
  });

  test("is tried with a new address that came while the old one was", async () => {
    const { box, owe, sent, standings, dispatcher, time } = await answering(() => sentOutcome, []);
    box.answer = () => {
      if (sent().length > 1) return sentOutcome;
      dispatcher.retry("url-1");
      return goneOutcome;
    };
    owe("url-1", 1);
    dispatcher.wake();
    await time.pass(0);
    expect(sent()).toEqual([[1], [1]]);
    expect(standings.get("url-1")).toEqual({ state: "working" });
  });
});

test("retrying ends a wait, and the failures go on counting", async () => {
  const { times, standings, dispatcher, time } = await answering(() => silentOutcome());
  await time.pass(second);
  dispatcher.retry("url-1");
  await time.pass(0);
  expect(times()).toEqual([0, second]);
  expect(standings.get("url-1")).toMatchObject({ failures: 2 });
});

describe("without a network", () => {
  test("nothing is tried, and waits stand still", async () => {
    const { box, times, dispatcher, time } = await answering(() => silentOutcome());
    box.online = false;
    await time.pass(hour);
    dispatcher.resumed();
    await time.pass(hour);
    expect(times()).toEqual([0]);
    box.online = true;
    await time.pass(5 * second);
    expect(times()).toHaveLength(2);
  });

  test("a try that found none is none: no failure, no doubt, and it is looked again soon", async () => {
    const { rows, standings, times, box, time } = await answering(() => null);
    expect(rows.get(1)).toMatchObject({ state: "owed", doubtful: false, refusals: 0, why: null });
    expect(standings.size).toBe(0);
    box.answer = () => sentOutcome;
    await time.pass(5 * second);
    expect(times()).toEqual([0, 5 * second]);
  });
});

describe("what becomes too late", () => {
  test("while the computer slept for 63 hours, goes out at its wake", async () => {
    const { box, times, rows, dispatcher, time } = await answering(() => silentOutcome(), ["slack-1"]);
    await time.pass(40 * second);
    const tried = times().length;
    // The slice that was under way ends, and no more than it is counted.
    time.setClock(63 * hour);
    await time.pass(5 * second);
    expect(times()).toHaveLength(tried);
    rows.set(1, { ...(rows.get(1) as NonNullable<ReturnType<typeof rows.get>>), endsAt: now + hour });
    box.answer = () => sentOutcome;
    dispatcher.resumed();
    await time.pass(2 * second);
    expect(rows.get(1)).toMatchObject({ state: "sent" });
  });

  test("is given up once it was tried in vain since then, without a further try", async () => {
    const { times, rows, owe, dispatcher, time } = await answering(() => silentOutcome(), []);
    owe("slack-1", 1, { endsAt: now - 2 * hour });
    dispatcher.wake();
    await time.pass(hour);
    expect(times()).toEqual([0]);
    expect(rows.get(1)).toMatchObject({ state: "given-up", why: { code: "message-late" } });
  });

  test("is given up after a week, tried or not", async () => {
    const { times, states, owe, dispatcher, time } = await answering(() => sentOutcome, []);
    owe("url-1", 1, { owedAt: now - 7 * day });
    owe("url-1", 2);
    dispatcher.wake();
    await time.pass(0);
    expect([times(), states()]).toEqual([[0], { 1: "given-up", 2: "sent" }]);
  });
});

test("a clock that is set back prolongs no wait", async () => {
  const { tries, time } = await answering(() => silentOutcome());
  time.setClock(-day);
  await time.pass(5 * second);
  expect(tries).toHaveLength(2);
});

describe("a store that fails", () => {
  test.each(["recover", "due", "waiting", "begin"] as const)(
    "at %s is asked again in a while",
    async (name) => {
      const { calls, owe, asked, sent, faults, time, dispatcher } = someSending();
      calls.brokenCalls.add(name);
      owe("url-1", 1);
      dispatcher.start();
      await time.pass(16 * second);
      expect(sent()).toEqual([]);
      expect(asked.filter((one) => one === name)).toHaveLength(4);
      expect(faults).toHaveLength(4);
      calls.brokenCalls.clear();
      await time.pass(5 * second);
      expect(sent()).toEqual([[1]]);
    },
  );

  test("at settling is asked until it has it: what was sent is not sent again", async () => {
    const { calls, owe, sent, states, faults, time, dispatcher } = someSending();
    calls.brokenCalls.add("settle");
    owe("url-1", 1);
    owe("url-1", 2);
    dispatcher.start();
    await time.pass(11 * second);
    expect([sent(), faults.length]).toEqual([[[1]], 3]);
    calls.brokenCalls.clear();
    await time.pass(5 * second);
    expect([sent(), states()]).toEqual([[[1], [2]], { 1: "sent", 2: "sent" }]);
  });

  test("a destination that throws is told of, and is looked at again", async () => {
    const { box, owe, sent, faults, time, dispatcher } = someSending();
    box.answer = () => Promise.reject(new Error("odd"));
    owe("url-1", 1);
    dispatcher.start();
    await time.pass(0);
    box.answer = () => sentOutcome;
    await time.pass(5 * second);
    expect([sent(), faults.length]).toEqual([[[1], [1]], 1]);
  });
});
