import { expect, test } from "vitest";
import { hues } from "../../../../common/hues.ts";
import { drawPortrait, type Letter, markSize } from "../../../../main/alerts/portrait/draw.ts";
import { portraitOf } from "../../../../main/alerts/portrait/portrait.ts";
import { maskedBooking } from "../../../../main/bookings/masked.ts";
import { type Pixels, straight } from "../../../../main/lib/pixels.ts";
import { aBooking } from "../../../support/bookings.ts";

const size = 96;
const side = 48;
/** A block of ink, so many columns wide. */
const block = (width: number): Letter => {
  const [from, to] = [4, 4 + width];
  const cover = Uint8Array.from({ length: side * side }, (_, at) => {
    const [x, y] = [at % side, Math.floor(at / side)];
    return x >= from && x < to && y >= 10 && y < 38 ? 255 : 0;
  });
  return { side, cover, from, to };
};
const mark: Pixels = { size: markSize, bytes: new Uint8Array(markSize * markSize * 4).fill(200) };
const letters: Record<string, Letter> = { M: block(30), I: block(6) };
const draw = (initials: string, hue: (typeof hues)[number] = "teal") =>
  drawPortrait({ initials, hue }, { letter: (sign) => letters[sign] ?? null, mark });

/** Red, green, blue and alpha of one pixel. */
const at = (picture: Pixels | null, x: number, y: number) =>
  picture && [...straight(picture).subarray((y * size + x) * 4, (y * size + x) * 4 + 4)];
const [white, teal, nothing] = [
  [255, 255, 255, 255],
  [0, 121, 133, 255],
  [0, 0, 0, 0],
];

test("a person's initials stand in the colour of the project", () => {
  const project = { id: "lessons", name: "Lessons" };
  expect(portraitOf(aBooking(), {})).toEqual({ initials: "MM", hue: "teal" });
  expect(portraitOf(aBooking({ project }), { lessons: { hue: "rose" } })?.hue).toBe("rose");
  expect(hues).toContain(portraitOf(aBooking({ project }), {})?.hue);
});

test("a class, nobody and who is not to be seen have none", () => {
  expect(portraitOf(aBooking({ seats: { taken: 3, max: 8 } }), {})).toBeNull();
  expect(portraitOf(aBooking({ customer: null, subject: "" }), {})).toBeNull();
  expect(portraitOf(maskedBooking(aBooking()), {})).toBeNull();
});

test("letters are white in the middle of a disc, side by side", () => {
  const two = draw("MM");
  expect(at(two, 0, 0)).toEqual(nothing);
  expect(at(two, 48, 4)).toEqual(teal);
  expect(at(two, 30, 48)).toEqual(white);
  expect(at(two, 66, 48)).toEqual(white);
  // Between the two.
  expect(at(two, 47, 48)).toEqual(teal);
  const one = draw("I");
  expect(at(one, 48, 48)).toEqual(white);
  expect(at(one, 40, 48)).toEqual(teal);
  expect(at(one, 56, 48)).toEqual(teal);
});

test("letters of a script that runs the other way stand the other way", () => {
  letters.ד = block(30);
  letters.ל = block(6);
  // Between a narrow letter and a wide one, at the left and at the right.
  const gaps = (picture: Pixels | null) => [at(picture, 36, 48), at(picture, 60, 48)];
  expect(gaps(draw("MI"))).toEqual([white, teal]);
  expect(gaps(draw("דל"))).toEqual([teal, white]);
});

test("Bookbell's icon is in the corner, with room around it", () => {
  const picture = draw("I");
  expect(at(picture, 77, 77)).toEqual([255, 255, 255, 200]);
  expect(at(picture, 77, 60)).toEqual(nothing);
});

test("every colour is its own", () => {
  expect(new Set(hues.map((hue) => String(at(draw("I", hue), 48, 4)))).size).toBe(hues.length);
});

test("a letter that Bookbell has not drawn leaves its icon", () => {
  expect(draw("山田")).toBeNull();
  expect(draw("M山")).toBeNull();
});
