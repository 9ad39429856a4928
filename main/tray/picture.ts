import { readFileSync } from "node:fs";
import { nativeImage } from "electron";
import { sizeWithin, withRing } from "./ring.ts";

/**
 * The picture of an icon.
 * @param file a PNG, with one of twice its size beside it
 * @param tenths of the ring around it, 0 = it has none
 */
export function pictureOf(file: string, tenths: number): Electron.NativeImage {
  if (tenths === 0) return nativeImage.createFromPath(file);
  const image = nativeImage.createEmpty();
  for (const [scaleFactor, each] of [file, file.replace(/\.png$/, "@2x.png")].entries()) {
    const whole = nativeImage.createFromBuffer(readFileSync(each));
    const { width } = whole.getSize();
    const size = sizeWithin(width);
    const bytes = whole.resize({ width: size, height: size, quality: "best" }).toBitmap();
    const ringed = withRing({ size, bytes }, width, tenths);
    const buffer = Buffer.from(ringed.bytes);
    image.addRepresentation({ scaleFactor: scaleFactor + 1, width, height: width, buffer });
  }
  if (file.endsWith("Template.png")) image.setTemplateImage(true);
  return image;
}
