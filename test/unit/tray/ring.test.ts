import { expect, test } from "vitest";
import { sizeWithin, withRing } from "../../../main/tray/ring.ts";

/** A picture that is a filled square of one colour. */
function filled(size: number, colour: readonly number[]) {
  const bytes = new Uint8Array(size * size * 4);
  for (let at = 0; at < bytes.length; at++) bytes[at] = colour[at % 4] ?? 0;
  return { size, bytes };
}

const size = 22;
const ringed = (tenths: number) => withRing(filled(sizeWithin(size), [40, 30, 20, 255]), size, tenths);
const alphaAt = ({ bytes }: { bytes: Uint8Array }, x: number, y: number) => bytes[(y * size + x) * 4 + 3];

test("the picture is in the middle, and nothing in the corners", () => {
  const { bytes } = ringed(5);
  const middle = (11 * size + 11) * 4;
  expect([...bytes.subarray(middle, middle + 4)]).toEqual([40, 30, 20, 255]);
  for (const [x, y] of [
    [0, 0],
    [21, 0],
    [0, 21],
    [21, 21],
  ] as const)
    expect(alphaAt(ringed(5), x, y)).toBe(0);
});

test("it empties clockwise from the top, and what is empty is faint", () => {
  const [right, left] = [
    [20, 11],
    [1, 11],
  ] as const;
  expect(alphaAt(ringed(10), ...right)).toBeGreaterThan(200);
  const half = ringed(5);
  expect(alphaAt(half, ...right)).toBeLessThan(90);
  expect(alphaAt(half, ...left)).toBeGreaterThan(200);
  expect(alphaAt(ringed(1), ...left)).toBeLessThan(90);
});

test("the ring has the colour of the picture, multiplied by its alpha", () => {
  const { bytes } = ringed(10);
  const at = (11 * size + 20) * 4;
  const alpha = (bytes[at + 3] ?? 0) / 255;
  expect([...bytes.subarray(at, at + 3)]).toEqual([40, 30, 20].map((channel) => Math.round(channel * alpha)));
});
