/** A square picture's pixels: four bytes each (blue, green, red, alpha), multiplied by their alpha, as Chromium keeps them. */
export interface Pixels {
  readonly size: number;
  readonly bytes: Uint8Array;
}

/** How much of a pixel a disc covers, 0 to 1; `x` and `y` are from its middle to that of the pixel. */
export const discAt = (x: number, y: number, radius: number): number =>
  Math.min(1, Math.max(0, radius - Math.hypot(x, y) + 0.5));

/** The same picture as programs that know nothing of Chromium want it: red, green, blue, alpha, none multiplied. */
export function straight({ bytes }: Pixels): Uint8Array {
  const turned = new Uint8Array(bytes.length);
  for (let at = 0; at < bytes.length; at += 4) {
    const alpha = bytes[at + 3] ?? 0;
    const channel = (i: number) => (alpha === 0 ? 0 : Math.round(((bytes[at + i] ?? 0) * 255) / alpha));
    turned.set([channel(2), channel(1), channel(0), alpha], at);
  }
  return turned;
}
