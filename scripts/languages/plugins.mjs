import { basename, join } from "node:path";
import { names, rightToLeft } from "../../languages/compiled/names.js";
import { repository } from "../setup/paths.mjs";
import { scriptOf } from "./script.mjs";

/** @typedef {keyof typeof names} Language */

const languages = /** @type {Language[]} */ (Object.keys(names));

/** Which messages a page says. */
const sides = /** @type {const} */ ({ "index.html": "page", "full-screen.html": "full" });

/**
 * @param {"main" | "page" | "full"} side who says them
 * @param {Language} language
 * @param {"iife" | "cjs"} format
 */
const messagesOf = (side, language, format) =>
  scriptOf(join(repository, "languages/compiled", side, `${language}.js`), "messages", format);

/**
 * Main's messages, `languages/de.cjs`, which it can have without waiting for them.
 * @returns {import("vite").Plugin}
 */
export const languageModules = () => ({
  name: "language-modules",
  async generateBundle() {
    for (const language of languages) {
      const source = await messagesOf("main", language, "cjs");
      this.emitFile({ type: "asset", fileName: `languages/${language}.cjs`, source });
    }
  },
});

/**
 * Makes each page once for each language, `index.de.html`. Its messages are a script that runs before its own: if that
 * asked for them, it would run 30 ms later.
 * @returns {import("vite").Plugin}
 */
export const languagePages = () => ({
  name: "language-pages",
  enforce: "post",
  async generateBundle(_options, bundle) {
    for (const [file, side] of Object.entries(sides)) {
      const page = bundle[file];
      if (page?.type !== "asset") continue;
      delete bundle[file];
      for (const language of languages) {
        const source = await messagesOf(side, language, "iife");
        const script = this.emitFile({ type: "asset", name: `${side}-${language}.js`, source });
        const direction = rightToLeft.includes(language) ? "rtl" : "ltr";
        this.emitFile({
          type: "asset",
          fileName: `${basename(file, ".html")}.${language}.html`,
          source: String(page.source)
            .replace('<html lang="en">', `<html lang="${language}" dir="${direction}">`)
            .replace("<script", `<script defer src="./${this.getFileName(script)}"></script>\n    <script`),
        });
      }
    }
  },
});
