import { discAt, type Pixels } from "../lib/pixels.ts";

/** Of the width of the icon: what is left of it for the picture within the ring, and how thick the ring is. */
const within = 0.62;
const thick = 0.11;
/** What is empty of the ring is to be guessed. */
const faint = 0.28;

/** How wide the picture is to be that is set into the ring of an icon of that size. */
export const sizeWithin = (size: number): number => 2 * Math.round((size * within) / 2);

/** The small picture in the middle of an icon of `size`, with a ring around it that is full to so many tenths. */
export function withRing(picture: Pixels, size: number, tenths: number): Pixels {
  const bytes = new Uint8Array(size * size * 4);
  const inset = (size - picture.size) / 2;
  for (let row = 0; row < picture.size; row++) {
    const from = row * picture.size * 4;
    bytes.set(picture.bytes.subarray(from, from + picture.size * 4), ((row + inset) * size + inset) * 4);
  }
  const ink = inkOf(picture);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const alpha = ringAt(x + 0.5 - size / 2, y + 0.5 - size / 2, size, tenths);
      const at = (y * size + x) * 4;
      // Where picture and ring meet, what covers more is seen.
      if (alpha * 255 <= (bytes[at + 3] ?? 0)) continue;
      ink.forEach((channel, i) => {
        bytes[at + i] = Math.round(channel * alpha);
      });
      bytes[at + 3] = Math.round(255 * alpha);
    }
  return { size, bytes };
}

/** How much of a pixel the ring covers, which begins at the top and empties clockwise. */
function ringAt(x: number, y: number, size: number, tenths: number): number {
  const outer = size / 2 - 0.5;
  const covered = discAt(x, y, outer) * (1 - discAt(x, y, outer - size * thick));
  const turned = (Math.atan2(x, -y) / (2 * Math.PI) + 1) % 1;
  return turned >= 1 - tenths / 10 ? covered : covered * faint;
}

/** The colour of what is in the middle of a picture. */
function inkOf({ size, bytes }: Pixels): readonly number[] {
  const at = (Math.floor(size / 2) * size + Math.floor(size / 2)) * 4;
  const alpha = (bytes[at + 3] ?? 0) / 255;
  return [0, 1, 2].map((i) => (alpha === 0 ? 0 : Math.min(255, (bytes[at + i] ?? 0) / alpha)));
}
