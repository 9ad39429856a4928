/**
 * Draws every PNG, ICO and ICNS in build/icons from the SVGs beside them, and the letters of initials.json; run by hand after a
 * change to one. Needs `rsvg-convert` (Debian: librsvg2-bin), ImageMagick's `convert`, and the fonts Inter and DejaVu Sans
 * (fonts-inter, fonts-dejavu-core).
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const icons = fileURLToPath(new URL("../build/icons", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "bookbell-icons-"));

/** @param {string} name */
const read = (name) => readFileSync(join(icons, name), "utf8");

/**
 * The square of `side` units at the middle of a drawing.
 * @param {string} svg
 * @param {number} side
 */
function crop(svg, side) {
  return svg.replace(/viewBox="0 0 (\d+) \d+"/, (_, grid) => {
    const inset = (Number(grid) - side) / 2;
    return `viewBox="${inset} ${inset} ${side} ${side}"`;
  });
}

/**
 * @param {string} svg
 * @param {number} px
 * @param {string} file
 */
function render(svg, px, file) {
  // The drawings' link to tray.css is for browsers: rsvg-convert follows none from standard input.
  const args = ["--stylesheet", join(icons, "tray.css"), "--width", `${px}`, "--height", `${px}`];
  execFileSync("rsvg-convert", [...args, "--output", file], { input: svg });
  return file;
}

/**
 * @param {string[]} pngs
 * @param {string} name
 */
function pack(pngs, name) {
  execFileSync("convert", [...pngs, "-strip", join(icons, name)]);
}

/**
 * A part of an ICNS, and the whole of it: a name of four letters, the length with both, the content.
 * @param {string} type
 * @param {Buffer} content
 */
function icnsPart(type, content) {
  const head = Buffer.alloc(8);
  head.write(type);
  head.writeUInt32BE(head.length + content.length, 4);
  return Buffer.concat([head, content]);
}

const app = read("app.svg");
const appSmall = read("app-small.svg");
const tray18 = read("tray-18.svg");
const tray24 = read("tray-24.svg");

function drawApp() {
  render(app, 1024, join(icons, "app.png"));
  const tile = Number(/<rect [^>]*width="(\d+)"/.exec(app)?.[1]);
  /** @param {number} px */
  const png = (px) => join(icons, `${px}x${px}.png`);
  for (const px of [16, 24, 32, 48, 64, 128, 256, 512]) {
    render(px === 16 || px === 32 ? appSmall : crop(app, tile), px, png(px));
  }
  pack([16, 24, 32, 48, 64, 256].map(png), "icon.ico");
  // A Mac's icons keep the margin, and are twice as fine as their size in points.
  const macs = /** @type {[string, number][]} */ (
    Object.entries({ ic11: 32, ic12: 64, ic07: 128, ic13: 256, ic08: 256, ic14: 512, ic09: 512, ic10: 1024 })
  ).map(([type, px]) => {
    const png = readFileSync(render(px < 64 ? appSmall : app, px, join(scratch, `mac-${px}.png`)));
    return icnsPart(type, png);
  });
  writeFileSync(join(icons, "icon.icns"), icnsPart("icns", Buffer.concat(macs)));
}

function drawMark() {
  const bell = /class="bell" d="([^"]+)"/.exec(tray24)?.[1];
  if (!bell) throw new Error("tray-24.svg has no bell.");
  const frame =
    'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="currentColor" aria-hidden="true"';
  writeFileSync(join(icons, "mark.svg"), `<svg ${frame}>\n  <path d="${bell}"/>\n</svg>\n`);
}

/** The letters that initials are set in, each in a square of its own. */
function drawInitials() {
  const { cell, columns, letters } = JSON.parse(read("initials.json"));
  const signs = [...letters].map((letter, i) => {
    const [x, y] = [(i % columns) * cell + cell / 2, Math.floor(i / columns) * cell + cell * 0.79];
    return `<text x="${x}" y="${y}">${letter}</text>`;
  });
  const [width, height] = [columns * cell, Math.ceil(letters.length / columns) * cell];
  const font = `font-family="Inter, DejaVu Sans" font-weight="600" font-size="${cell * 0.73}" text-anchor="middle"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ${font}>${signs.join("")}</svg>`;
  execFileSync("rsvg-convert", ["--output", join(icons, "initials.png")], { input: svg });
}

/** @param {string} state */
function drawTray(state) {
  /**
   * @param {string} svg
   * @param {string} theme
   * @param {number} side
   */
  const glyph = (svg, theme, side) =>
    crop(svg, side).replace('class="idle template"', `class="${state} ${theme}"`);

  for (const [side, source, themes] of /** @type {const} */ ([
    [18, tray18, ["Template"]],
    [22, tray24, ["-dark", "-light"]],
  ])) {
    for (const theme of themes) {
      const svg = glyph(source, theme.replace("-", "").toLowerCase(), side);
      render(svg, side, join(icons, `tray-${state}${theme}.png`));
      render(svg, 2 * side, join(icons, `tray-${state}${theme}@2x.png`));
    }
  }
  // Windows draws a tray icon at 16, 24 or 32 px; a 22 px one it would have to blur.
  for (const theme of ["dark", "light"]) {
    const pngs = [
      render(glyph(tray18, theme, 16), 16, join(scratch, "16.png")),
      render(glyph(tray24, theme, 24), 24, join(scratch, "24.png")),
      render(glyph(tray18, theme, 16), 32, join(scratch, "32.png")),
    ];
    pack(pngs, `tray-${state}-${theme}.ico`);
  }
}

try {
  drawApp();
  drawMark();
  drawInitials();
  for (const state of ["idle", "unseen", "offline", "paused"]) drawTray(state);
} finally {
  rmSync(scratch, { recursive: true });
}
