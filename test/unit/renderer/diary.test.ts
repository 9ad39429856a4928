import { beforeEach, describe, expect, test, vi } from "vitest";
import type { AgendaDays, DateRange } from "../../../common/agenda.ts";
import { daysLater } from "../../../common/dates.ts";
import type { Answer } from "../../../common/ipc.ts";
import { problem } from "../../../common/problems.ts";
import { createDiary } from "../../../renderer/state/diary.ts";
import { aBooking, anItem } from "../../support/bookings.ts";

const monday = "2026-11-23";
const wednesday = "2026-11-25";

/** A diary over a main that has these nearest dates around whatever it is asked for, and answers once it is told to. */
function aDiary(today = wednesday, around: Partial<AgendaDays> = {}) {
  const asked: DateRange[] = [];
  const waiting: (() => void)[] = [];
  const main = { holds: false, fails: false };
  const diary = createDiary(async (range): Promise<Answer<AgendaDays>> => {
    asked.push(range);
    if (main.holds) await new Promise<void>((answer) => waiting.push(answer));
    if (main.fails) return { ok: false, error: problem("internal") };
    const items = [anItem(aBooking({ id: range.first }), { phase: "over" })];
    const near = { before: daysLater(range.first, -1), after: daysLater(range.last, 1) };
    return { ok: true, value: { days: [{ date: range.first, items }], ...near, ...around } };
  });
  diary.reset(today, 1);
  diary.goal.value = null;
  const loaded = () => diary.stretches.value.map(({ first, last }) => `${first.slice(5)}…${last.slice(5)}`);
  const answer = async () => {
    await settled();
    for (const one of waiting.splice(0)) one();
    await settled();
  };
  return { diary, asked, main, loaded, answer };
}
const settled = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

describe("the list", () => {
  test("begins with today alone, and goes on by weeks at either end", async () => {
    const { diary, asked, loaded } = aDiary();
    expect([loaded(), asked]).toEqual([["11-25…11-25"], []]);
    diary.more("after");
    diary.more("before");
    await settled();
    expect(loaded()).toEqual(["11-23…11-24", "11-25…11-25", "11-26…11-29"]);
    diary.more("after");
    diary.more("before");
    await settled();
    expect(loaded()).toEqual(["11-16…11-22", "11-23…11-24", "11-25…11-25", "11-26…11-29", "11-30…12-06"]);
  });

  test("asks once for what is on its way already", async () => {
    const { diary, asked, main, answer } = aDiary();
    main.holds = true;
    for (let i = 0; i < 5; i++) diary.more("after");
    await answer();
    expect(asked).toEqual([{ first: "2026-11-26", last: "2026-11-29" }]);
  });

  test("skips what is known to be empty, and ends where there is nothing more", async () => {
    const { diary, asked, loaded } = aDiary(monday, { before: null, after: "2027-03-03" });
    diary.more("after");
    await settled();
    diary.more("after");
    await settled();
    expect(loaded().slice(1)).toEqual(["11-24…11-29", "11-30…03-07"]);
    diary.more("before");
    await settled();
    diary.more("before");
    await settled();
    expect(asked).toHaveLength(3);
  });

  test("lets go of what is far behind while it is scrolled on and on", async () => {
    const { diary, loaded } = aDiary();
    for (let i = 0; i < 40; i++) {
      diary.more("after");
      await settled();
    }
    expect(loaded()).toHaveLength(18);
    expect(loaded()).not.toContain("11-25…11-25");
    diary.home();
    expect(loaded()).toEqual(["11-25…11-25"]);
  });

  test("says why nothing more came, at that end, until it does", async () => {
    const { diary, main, loaded } = aDiary();
    main.fails = true;
    diary.more("after");
    await settled();
    expect(diary.failed.value).toEqual({ before: null, after: problem("internal") });
    main.fails = false;
    diary.more("after");
    await settled();
    expect([diary.failed.value.after, loaded()]).toEqual([null, ["11-25…11-25", "11-26…11-29"]]);
  });
});

describe("a day that is gone to", () => {
  test("is shown at once, and is where the list goes once it is loaded", async () => {
    const { diary, main, answer } = aDiary();
    main.holds = true;
    diary.goTo("2026-11-27", true);
    expect([diary.shown.value, diary.goal.value]).toEqual(["2026-11-27", null]);
    await answer();
    expect(diary.goal.value).toEqual({ date: "2026-11-27", focus: true });
  });

  test("if it is near, comes with all that lies between; if it is far, alone with its week", async () => {
    const { diary, loaded } = aDiary();
    diary.goTo("2026-12-16");
    await settled();
    expect(loaded()).toEqual(["11-25…11-25", "11-26…12-20"]);
    diary.goTo("2027-06-02");
    await settled();
    expect(loaded()).toEqual(["05-31…06-06"]);
    expect(diary.goal.value?.date).toBe("2027-06-02");
    diary.goTo(wednesday);
    await settled();
    expect(loaded()).toEqual(["11-23…11-24", "11-25…11-25", "11-26…11-29"]);
  });

  test("is the last of several, whatever comes when", async () => {
    const { diary, main, answer } = aDiary();
    main.holds = true;
    diary.goTo("2026-11-26");
    diary.goTo("2026-11-27");
    diary.goTo("2026-11-28");
    for (let i = 0; i < 4; i++) await answer();
    expect([diary.shown.value, diary.goal.value?.date]).toEqual(["2026-11-28", "2026-11-28"]);
  });

  test("is not left for those that pass by on the way", async () => {
    const { diary } = aDiary();
    diary.goTo("2026-11-27");
    await settled();
    diary.follow(wednesday);
    expect(diary.shown.value).toBe("2026-11-27");
    diary.goal.value = null;
    diary.follow(wednesday);
    expect(diary.shown.value).toBe(wednesday);
  });
});

describe("after a change", () => {
  test("all that is loaded is asked for anew, the nearest first, one round at a time", async () => {
    const { diary, asked } = aDiary();
    diary.more("after");
    diary.more("before");
    await settled();
    asked.length = 0;
    for (let i = 0; i < 9; i++) diary.refresh();
    await settled();
    expect(asked.map(({ first }) => first)).toEqual(["2026-11-23", "2026-11-26"]);
    await vi.advanceTimersByTimeAsync(400);
    expect(asked).toHaveLength(4);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(asked).toHaveLength(4);
  });

  test("what was on its way when the list began anew is not in it", async () => {
    const { diary, main, loaded, answer } = aDiary();
    main.holds = true;
    diary.more("after");
    diary.reset("2026-11-26", 1);
    await answer();
    expect(loaded()).toEqual(["11-26…11-26"]);
  });

  test("what is over of today is asked for while it is unfolded", async () => {
    const { diary, asked } = aDiary();
    diary.unfold(true);
    await settled();
    expect(diary.earlier.value).toHaveLength(1);
    diary.refresh();
    await settled();
    expect(asked).toEqual([
      { first: wednesday, last: wednesday },
      { first: wednesday, last: wednesday },
    ]);
    diary.unfold(false);
    expect(diary.earlier.value).toBeNull();
  });
});
