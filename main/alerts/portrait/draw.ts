import type { Hue } from "../../../common/hues.ts";
import { discAt, type Pixels } from "../../lib/pixels.ts";
import type { Portrait } from "./portrait.ts";

/** Of the picture, in pixels: twice what desktops show. */
const size = 96;
/** Bookbell's icon in its corner, and what is kept clear around that. */
export const markSize = 32;
const markRoom = 19;
const between = 2;

const rightToLeft = /^[\p{Script=Hebrew}\p{Script=Arabic}]/u;

/** White on each has at least 5:1: oklch(0.52 0.105 h) of the window's hues, as red, green and blue. */
const fills: Readonly<Record<Hue, readonly [number, number, number]>> = {
  teal: [0, 121, 133],
  violet: [107, 92, 160],
  amber: [143, 93, 20],
  rose: [155, 77, 89],
  blue: [56, 107, 163],
  green: [53, 122, 71],
};

/** How much of each pixel a letter covers, 0 to 255, within a square; its ink is from one column to before another. */
export interface Letter {
  readonly side: number;
  readonly cover: Uint8Array;
  readonly from: number;
  readonly to: number;
}

/** What a portrait is drawn of; a letter that is not among them is null. */
export interface Drawn {
  letter(sign: string): Letter | null;
  readonly mark: Pixels;
}

/** The portrait as a disc with its initials in white; null where one of them cannot be drawn. */
export function drawPortrait({ initials, hue }: Portrait, { letter, mark }: Drawn): Pixels | null {
  const signs = rightToLeft.test(initials) ? [...initials].reverse() : [...initials];
  const letters = signs.map(letter);
  if (letters.some((one) => one === null)) return null;
  const inked = letters.filter((one) => one !== null);
  const ink = inkOf(inked);
  const [red, green, blue] = fills[hue];
  const bytes = new Uint8Array(size * size * 4);
  const corner = size - markRoom;
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const [fromMiddle, fromTop] = [x + 0.5 - size / 2, y + 0.5 - size / 2];
      const clear = discAt(x + 0.5 - corner, y + 0.5 - corner, markRoom);
      const alpha = discAt(fromMiddle, fromTop, size / 2) * (1 - clear);
      const white = ink(x, y);
      const shade = (channel: number) => Math.round((channel + (255 - channel) * white) * alpha);
      bytes.set([shade(blue), shade(green), shade(red), Math.round(255 * alpha)], (y * size + x) * 4);
    }
  setIn(bytes, mark, corner - mark.size / 2);
  return { size, bytes };
}

/** How much ink is on a pixel of the picture, 0 to 1: the letters side by side, in its middle. */
function inkOf(letters: readonly Letter[]): (x: number, y: number) => number {
  const widths = letters.map(({ from, to }) => to - from);
  const whole = widths.reduce((sum, width) => sum + width + between, -between);
  let start = Math.round((size - whole) / 2);
  const placed = letters.map((letter, i) => {
    const at = start;
    start += (widths[i] ?? 0) + between;
    return { ...letter, at };
  });
  return (x, y) => {
    const one = placed.find(({ at, from, to }) => x >= at && x < at + to - from);
    const row = one ? y - (size - one.side) / 2 : -1;
    if (!one || row < 0 || row >= one.side) return 0;
    return (one.cover[row * one.side + one.from + x - one.at] ?? 0) / 255;
  };
}

/** Puts a picture onto what is clear there. */
function setIn(bytes: Uint8Array, { size: side, bytes: own }: Pixels, corner: number): void {
  for (let row = 0; row < side; row++) {
    const at = ((corner + row) * size + corner) * 4;
    bytes.set(own.subarray(row * side * 4, (row + 1) * side * 4), at);
  }
}
