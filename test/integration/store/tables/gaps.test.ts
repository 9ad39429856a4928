import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Store } from "../../../../main/store/store.ts";
import { temporaryFolder } from "../../../support/files.ts";
import { aStore, received } from "../../../support/store.ts";
import { payload } from "../../../support/timekit-payloads.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const spans = (store: Store) => store.gaps.list().map(({ from, to, reason }) => [from, to, reason]);

describe("the gaps kept in the store", () => {
  test("keeps gaps over a restart, the newest first", () => {
    const file = path.join(temporaryFolder(), "bookings.sqlite");
    const { store } = aStore(file);
    store.gaps.open(10, "unreachable");
    store.gaps.close(20, 10);
    store.gaps.add(30, 40, "asleep");
    store.close();
    const { store: again } = aStore(file);
    expect(again.gaps.list()).toEqual([
      { from: 30, to: 40, reason: "asleep", fetched: null, whole: true },
      { from: 10, to: 20, reason: "unreachable", fetched: null, whole: true },
    ]);
    again.close();
  });

  test("splits an open gap at sleep, and ends what is left of it", () => {
    const { store } = aStore();
    store.gaps.open(10, "unreachable");
    store.gaps.add(20, 30, "asleep");
    store.gaps.open(15, "no-tunnel");
    store.gaps.close(40, 10);
    expect(spans(store)).toEqual([
      [30, 40, "unreachable"],
      [20, 30, "asleep"],
      [10, 20, "unreachable"],
    ]);
    store.close();
  });

  test("notes a gap where it belongs when the clock is set meanwhile", () => {
    const { store } = aStore();
    store.gaps.open(5_000, "unreachable");
    store.gaps.close(40, 10);
    store.gaps.close(60, 50);
    expect(spans(store)).toEqual([[10, 40, "unreachable"]]);
    store.close();
  });

  test("has a real gap cut by none that a clock noted which was ahead", () => {
    const { store } = aStore();
    store.gaps.add(0, 72 * 60 * minute, "asleep");
    store.gaps.open(60 * minute, "unreachable");
    store.gaps.close(300 * minute, 60 * minute);
    expect(spans(store).map(([, to]) => to)).toEqual([300 * minute]);
    store.gaps.add(400 * minute, 540 * minute, "not-running");
    expect(spans(store)[0]).toEqual([400 * minute, 540 * minute, "not-running"]);
    store.close();
  });

  test("says what was fetched within a gap back, until the gap is over", () => {
    const { store } = aStore();
    expect(store.gaps.setFetched(5, 1, true)).toBe(true);
    store.gaps.open(10, "unreachable");
    expect(store.gaps.setFetched(15, 2, true)).toBe(false);
    store.gaps.close(20, 10);
    expect(store.gaps.setFetched(19, 2, true)).toBe(false);
    expect(store.gaps.setFetched(20, 3, true)).toBe(true);
    expect(store.gaps.list().map(({ fetched }) => fetched)).toEqual([3]);
    expect(store.gaps.setFetched(30, 4, true)).toBe(true);
    store.close();
  });

  test("notes once with each gap that is over how many bookings were fetched afterwards", () => {
    const { store } = aStore();
    for (const from of [10, 30, 50]) store.gaps.add(from, from + 10, "asleep");
    store.gaps.open(70, "unreachable");
    store.gaps.setFetched(45, 2, true);
    store.gaps.setFetched(1_000, 5, true);
    expect(store.gaps.list().map(({ fetched }) => fetched)).toEqual([null, 5, 2, 2]);
    store.close();
  });

  test("does not say that nothing was missed until Timekit has told all", () => {
    const { store } = aStore();
    store.gaps.add(10, 20, "asleep");
    const told = () => store.gaps.list().map(({ fetched, whole }) => [fetched, whole]);
    expect(store.gaps.setFetched(30, 0, false)).toBe(true);
    expect(told()).toEqual([[0, false]]);
    store.gaps.setFetched(40, 2, false);
    expect(told()).toEqual([[2, false]]);
    store.gaps.setFetched(50, 1, true);
    store.gaps.setFetched(60, 4, true);
    expect(told()).toEqual([[3, true]]);
    store.close();
  });

  test("shows 200", () => {
    const { store } = aStore();
    for (let i = 0; i < 210; i++) store.gaps.add(i * minute, i * minute + 1, "asleep");
    expect(store.gaps.list()).toHaveLength(200);
    store.close();
  });

  test("knows how long Bookbell did not run from the last heartbeat or delivery", () => {
    const { store } = aStore();
    store.gaps.resume(0, true, false);
    store.take([received(payload("instant.confirmed"), 5 * minute)]);
    store.gaps.resume(60 * minute, true, false);
    store.gaps.alive(70 * minute);
    store.gaps.resume(90 * minute, true, false);
    store.gaps.resume(200 * minute, false, false);
    expect(spans(store)).toEqual([
      [70 * minute, 90 * minute, "not-running"],
      [5 * minute, 60 * minute, "not-running"],
    ]);
    store.close();
  });

  test("does not believe that Bookbell ran later than now, by a clock that was ahead", () => {
    const { store } = aStore();
    store.gaps.resume(0, true, false);
    store.gaps.alive(10 * minute);
    store.take([received(payload("instant.confirmed"), 2 * day)]);
    store.gaps.resume(550 * minute, true, false);
    store.gaps.alive(3 * day);
    store.gaps.open(3 * day, "unreachable");
    store.gaps.resume(600 * minute, true, false);
    expect(spans(store)).toEqual([[10 * minute, 550 * minute, "not-running"]]);
    store.close();
  });

  test("ends at the next start what a crash left open, and goes on with that it did not run", () => {
    const { store } = aStore();
    store.gaps.open(10 * minute, "unreachable");
    store.gaps.alive(12 * minute);
    store.gaps.resume(30 * minute, true, false);
    expect(spans(store)).toEqual([
      [12 * minute, 30 * minute, "not-running"],
      [10 * minute, 12 * minute, "unreachable"],
    ]);
    store.close();
  });
});
