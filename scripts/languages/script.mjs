import { build } from "vite";

/**
 * A module with all that it imports, in one script.
 * @param {string} entry its file
 * @param {string} name of the global that it is to a page
 * @param {"iife" | "cjs"} format for a page, or for Node
 * @returns {Promise<string>}
 */
export async function scriptOf(entry, name, format) {
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: { write: false, target: "es2023", lib: { entry, formats: [format], name } },
  });
  const [output] = [built].flat();
  if (!output || !("output" in output)) throw new Error(`${entry} was not built.`);
  return output.output[0].code;
}
