import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  allRoom,
  type Measured,
  type Room,
  type RoomLimits,
  refusalOf,
  roomAfter,
  roomLimits,
} from "../../../main/bookings/room-rule.ts";

const hour = 3_600_000;
const limits: RoomLimits = { posted: 1_000, free: 200 };
const disk = (free: number, size = 1_000_000) => ({ grown: 0, disk: { free, size } });
const posted = (grown: number): Measured => ({ grown, disk: null });

/** What is found of it by looks, each so long after the last one. */
function after(looks: readonly (readonly [wait: number, Measured])[]): Room[] {
  let at = 0;
  let room = allRoom(at);
  return looks.map(([wait, measured]) => {
    at += wait;
    room = roomAfter(room, measured, at, limits);
    return room;
  });
}
const last = (...looks: Parameters<typeof after>[0]) => after(looks).at(-1) as Room;

describe("what was posted", () => {
  test("has room in one go up to the limit, and none beyond", () => {
    expect(refusalOf(last([0, posted(1_000)]), "webhook")).toBeNull();
    expect(refusalOf(last([0, posted(1_001)]), "webhook")).toBe("FLOOD");
  });

  test("is forgotten within an hour, and has room again once a sixteenth of it is", () => {
    const full = [0, posted(1_001)] as const;
    expect(last(full, [hour / 20, posted(0)]).flooded).toBe(true);
    expect(last(full, [hour / 15, posted(0)]).flooded).toBe(false);
    expect(last(full, [2 * hour, posted(0)]).posted).toBe(0);
  });

  test("keeps out neither what Bookbell asked for nor what the user takes in again", () => {
    const flooded = last([0, posted(5_000)]);
    expect([refusalOf(flooded, "catch-up"), refusalOf(flooded, "replay")]).toEqual([null, null]);
  });

  test("is not forgotten by a clock that stands still or goes back", () => {
    const room = last([5, posted(700)]);
    expect(roomAfter(room, posted(0), 0, limits).posted).toBe(700);
  });

  test("never is more than twice the limit in any hour, however it comes", () => {
    const most = 50;
    const look = fc.tuple(fc.nat(hour / 4), fc.nat(most));
    fc.assert(
      fc.property(fc.array(look, { maxLength: 300 }), (looks) => {
        let room = allRoom(0);
        let at = 0;
        const kept: { at: number; bytes: number }[] = [];
        for (const [wait, bytes] of looks) {
          at += wait;
          const takes = refusalOf(room, "webhook") === null;
          if (takes) kept.push({ at, bytes });
          room = roomAfter(room, posted(takes ? bytes : 0), at, limits);
          const inHour = kept.filter((one) => one.at > at - hour).reduce((sum, one) => sum + one.bytes, 0);
          // What comes between two looks is seen by the second.
          expect(inHour).toBeLessThanOrEqual(2 * limits.posted + most);
        }
      }),
      { examples: [[Array.from({ length: 60 }, () => [1, most] as [number, number])]] },
    );
  });
});

describe("the disk", () => {
  test.each([
    ["has room", disk(200), null],
    ["is almost full", disk(199), "LOW"],
    ["is small, and has room", disk(50, 1_000), null],
    ["is small, and almost full", disk(49, 1_000), "LOW"],
    ["is full", disk(0), "LOW"],
    ["does not say", posted(0), null],
  ])("%s", (_, measured, refusal) => {
    for (const via of ["webhook", "catch-up", "replay"] as const)
      expect(refusalOf(last([0, measured]), via)).toBe(refusal);
  });

  test("once almost full, must have a quarter more", () => {
    expect(last([0, disk(199)], [1, disk(249)]).low).toBe(true);
    expect(last([0, disk(199)], [1, disk(250)], [1, disk(200)]).low).toBe(false);
  });
});

test("128 MB may come in an hour, and 200 MB stay free", () => {
  expect(roomLimits).toEqual({ posted: 134_217_728, free: 209_715_200 });
});
