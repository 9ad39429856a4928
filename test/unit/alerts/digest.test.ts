import { describe, expect, test } from "vitest";
import { type DigestState, nextDigest, noDigest } from "../../../main/alerts/digest.ts";

/** So many alerts at that second, each known by its number. */
type Wave = readonly [second: number, count: number];

/** How many alerts each wave is told with in one digest; 0 = each is told by itself. */
function digestsOf(...waves: readonly Wave[]): number[] {
  let state: DigestState<number> = noDigest;
  let next = 0;
  return waves.map(([second, count]) => {
    const alerts = Array.from({ length: count }, () => next++);
    state = nextDigest(state, alerts, second * 1_000);
    // Whatever is counted, the newest are part of it, in their order.
    if (state.digest.length > 0) expect(state.digest.slice(-count)).toEqual(alerts);
    return state.digest.length;
  });
}

describe("a digest is made of", () => {
  test.each<[string, Wave[], number[]]>([
    ["none of three at once", [[100, 3]], [0]],
    ["four at once", [[100, 4]], [4]],
    [
      "what comes when three came within ten seconds",
      [
        [100, 2],
        [105, 1],
        [109, 1],
      ],
      [0, 0, 1],
    ],
    [
      "none of a fourth ten seconds after the first",
      [
        [100, 3],
        [110, 1],
      ],
      [0, 0],
    ],
    [
      "a fourth just before that",
      [
        [100, 3],
        [109.999, 1],
      ],
      [0, 1],
    ],
    [
      "none where the clock was set back",
      [
        [100, 3],
        [50, 1],
      ],
      [0, 0],
    ],
    [
      "what comes at the very same instant",
      [
        [100, 3],
        [100, 1],
      ],
      [0, 1],
    ],
    [
      "all of a state that goes on",
      [
        [100, 4],
        [109, 1],
        [118, 2],
      ],
      [4, 5, 7],
    ],
    [
      "none after ten seconds of silence",
      [
        [100, 4],
        [110, 1],
      ],
      [4, 0],
    ],
    [
      "what is new after a minute",
      [
        [100, 4],
        [109, 4],
        [118, 4],
        [127, 4],
        [136, 4],
        [145, 4],
        [154, 4],
        [159, 4],
        [160, 4],
      ],
      [4, 8, 12, 16, 20, 24, 28, 32, 4],
    ],
    [
      "what is new after two hundred",
      [
        [100, 199],
        [101, 1],
        [102, 5],
      ],
      [199, 200, 5],
    ],
  ])("%s", (_what, waves, digests) => expect(digestsOf(...waves)).toEqual(digests));
});

test("it is noDigest at first, and a new digest begins when it is told", () => {
  expect(noDigest).toEqual({ times: [], digest: [], since: 0 });
  expect(nextDigest(noDigest, ["a"], 7)).toEqual({ times: [7], digest: [], since: 7 });
});
