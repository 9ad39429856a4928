import { readFileSync } from "node:fs";
import path from "node:path";
import { nativeImage } from "electron";
import type { Pixels } from "../../lib/pixels.ts";
import { type Drawn, drawPortrait, type Letter, markSize } from "../portrait/draw.ts";
import type { Portrait } from "../portrait/portrait.ts";

/** A few hundred customers a day; each takes 36 KB. */
const mostKept = 40;

/** How a notification's picture is made; null where a letter is not among those that Bookbell has. */
export type DrawPortrait = (portrait: Portrait) => Pixels | null;

/**
 * Draws portraits, each once while it is wanted often.
 * @param folder of Bookbell's icons and letters, which are read for the first
 * @param icon Bookbell's own, a PNG file
 */
export function createPortraits(folder: string, icon: string): DrawPortrait {
  let drawn: Drawn | null = null;
  const kept = new Map<string, Pixels | null>();
  return (portrait) => {
    const key = `${portrait.hue} ${portrait.initials}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    drawn ??= { letter: readLetters(folder), mark: readMark(icon) };
    const picture = drawPortrait(portrait, drawn);
    if (kept.size >= mostKept) kept.clear();
    kept.set(key, picture);
    return picture;
  };
}

function readMark(icon: string): Pixels {
  const image = nativeImage
    .createFromPath(icon)
    .resize({ width: markSize, height: markSize, quality: "best" });
  return { size: markSize, bytes: image.toBitmap() };
}

/** Those of initials.png, in the order of initials.json; `npm run icons` draws them. */
function readLetters(folder: string): (sign: string) => Letter | null {
  const { cell, columns, letters } = JSON.parse(readFileSync(path.join(folder, "initials.json"), "utf8"));
  const sheet = coverOf(path.join(folder, "initials.png"));
  return (sign) => {
    const index = letters.indexOf(sign);
    if (index < 0) return null;
    const [left, top] = [(index % columns) * cell, Math.floor(index / columns) * cell];
    const cover = new Uint8Array(cell * cell);
    let [from, to] = [cell, 0];
    for (let y = 0; y < cell; y++)
      for (let x = 0; x < cell; x++) {
        const alpha = sheet[(top + y) * columns * cell + left + x] ?? 0;
        cover[y * cell + x] = alpha;
        if (alpha > 0) [from, to] = [Math.min(from, x), Math.max(to, x + 1)];
      }
    return { side: cell, cover, from: Math.min(from, to), to };
  };
}

/** How much of each pixel is covered: a fourth of what its colours take, and it is kept. */
function coverOf(file: string): Uint8Array {
  const pixels = nativeImage.createFromBuffer(readFileSync(file)).toBitmap();
  const cover = new Uint8Array(pixels.length / 4);
  for (let i = 0; i < cover.length; i++) cover[i] = pixels[i * 4 + 3] ?? 0;
  return cover;
}
