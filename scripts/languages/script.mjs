import { join } from "node:path";
import { build } from "vite";
import { repository } from "../setup/paths.mjs";

/** @typedef {keyof typeof import("../../languages/compiled/names.js").names} Language */

/**
 * Messages with all that they need, in one script.
 * @param {"main" | "page" | "full"} side who says them
 * @param {Language} language
 * @param {"iife" | "cjs"} format for a page, whose global `messages` they are, or for Node
 * @returns {Promise<string>}
 */
export async function scriptOf(side, language, format) {
  const entry = join(repository, "languages/compiled", side, `${language}.js`);
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: { write: false, target: "es2023", lib: { entry, formats: [format], name: "messages" } },
  });
  const [output] = [built].flat();
  if (!output || !("output" in output)) throw new Error(`${entry} was not built.`);
  return output.output[0].code;
}
