import { describe, expect, test, vi } from "vitest";
import type { Confirming } from "../../../common/confirming.ts";
import { problem } from "../../../common/problems.ts";
import { createConfirming } from "../../../main/calendar/confirming.ts";
import { WorldError } from "../../../main/lib/world-error.ts";
import type { Wanted } from "../../../main/sources/timekit/host-actions.ts";
import { deferred } from "../../support/deferred.ts";
import { playedTime } from "../../support/played-time.ts";

function confirming() {
  const time = playedTime(0);
  const seen: string[][] = [];
  const act = vi.fn(async (_wanted: Wanted) => {});
  const onFailed = vi.fn();
  const onFault = vi.fn();
  const { confirm, undo, sendAll, close } = createConfirming({
    act,
    pause: time.pause,
    onChange: (all: readonly Confirming[]) => seen.push(all.map(({ id, state }) => `${id} ${state}`)),
    onFailed,
    onFault,
  });
  const sent = () => act.mock.calls.map(([{ id, action }]) => `${action} ${id}`);
  return { time, seen, act, onFailed, onFault, confirm, undo, sendAll, close, sent };
}

describe("a confirmation", () => {
  test("is sent once the five seconds are over, not before, and said to be sent only then", async () => {
    const { time, confirm, sent, seen } = confirming();
    confirm("one");
    await time.pass(4_999);
    expect([sent(), seen]).toEqual([[], [["one waiting"]]]);
    await time.pass(1);
    expect(sent()).toEqual(["confirm one"]);
    expect(seen).toEqual([["one waiting"], ["one sending"], ["one sent"]]);
    await time.pass(5_000);
    expect(seen.at(-1)).toEqual([]);
  });

  test("that is taken back is never sent, and can be made again", async () => {
    const { time, confirm, undo, sent, seen } = confirming();
    confirm("one");
    await time.pass(3_000);
    expect(undo("one")).toBe(true);
    expect(seen.at(-1)).toEqual([]);
    confirm("one");
    await time.pass(3_000);
    expect(sent()).toEqual([]);
    await time.pass(2_000);
    expect(sent()).toEqual(["confirm one"]);
  });

  test("cannot be taken back once it is on its way", async () => {
    const { time, act, confirm, undo, seen } = confirming();
    const answer = deferred();
    act.mockImplementationOnce(() => answer.promise);
    confirm("one");
    await time.pass(5_000);
    expect(undo("one")).toBe(false);
    expect(seen.at(-1)).toEqual(["one sending"]);
    answer.resolve();
    await time.pass(0);
    expect(seen.at(-1)).toEqual(["one sent"]);
  });

  test("pressed twice is one", async () => {
    const { time, confirm, sent } = confirming();
    confirm("one");
    await time.pass(2_000);
    confirm("one");
    await time.pass(3_000);
    expect(sent()).toEqual(["confirm one"]);
    await time.pass(60_000);
    expect(sent()).toEqual(["confirm one"]);
  });
});

test("what waits is sent at once where nobody can take it back any more, and once only", async () => {
  const { time, confirm, sendAll, undo, sent } = confirming();
  confirm("one");
  confirm("two");
  await sendAll();
  expect(sent()).toEqual(["confirm one", "confirm two"]);
  expect(undo("one")).toBe(false);
  await time.pass(60_000);
  expect(sent()).toHaveLength(2);
});

test("quitting waits until it is sent", async () => {
  const { time, act, confirm, close, seen } = confirming();
  const answer = deferred();
  act.mockImplementationOnce(() => answer.promise);
  confirm("one");
  let closed = false;
  const closing = close().then(() => {
    closed = true;
  });
  await time.pass(0);
  expect([closed, seen.at(-1)]).toEqual([false, ["one sending"]]);
  answer.resolve();
  await closing;
  expect(seen).toContainEqual(["one sent"]);
  await time.pass(0);
  expect(time.pausing()).toBe(0);
});

describe("what cannot be sent", () => {
  test("is told, is not said to be confirmed, and can be tried again", async () => {
    const { time, act, confirm, onFailed, onFault, seen } = confirming();
    act.mockRejectedValueOnce(new WorldError("timekit-unreachable"));
    confirm("one");
    await time.pass(5_000);
    expect(seen.flat()).not.toContain("one sent");
    expect(seen.at(-1)).toEqual(["one failed"]);
    expect(onFailed).toHaveBeenCalledExactlyOnceWith("one", problem("timekit-unreachable"));
    expect(onFault).not.toHaveBeenCalled();
    confirm("one");
    await time.pass(5_000);
    expect(seen.at(-1)).toEqual(["one sent"]);
  });

  test("because of a fault of Bookbell's own is logged as well", async () => {
    const { time, act, confirm, onFailed, onFault } = confirming();
    const fault = new Error("oops");
    act.mockRejectedValueOnce(fault);
    confirm("one");
    await time.pass(5_000);
    expect(onFault).toHaveBeenCalledExactlyOnceWith(fault);
    expect(onFailed).toHaveBeenCalledExactlyOnceWith("one", problem("internal"));
  });
});
