import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";

// A hidden page is let go, and has to be there again within the blink of an eye: what it is opened with stays small.

/** The modules that a file needs before it runs: neither types, nor what it asks for later. */
const asked = /^(?:import|export)\s(?!type\b)(?:[^;"']*?\bfrom\s)?"([^"]+)";/gm;

/** The packages that it leads to, each with the file that asks for it. */
async function packagesOf(file: string, seen: Map<string, string> = new Map(), files = new Set<string>()) {
  if (files.has(file)) return seen;
  files.add(file);
  for (const [, specifier = ""] of (await readFile(file, "utf8")).matchAll(asked)) {
    if (!specifier.startsWith(".")) seen.set(specifier, file);
    else if (/\.tsx?$/.test(specifier))
      await packagesOf(path.join(path.dirname(file), specifier), seen, files);
  }
  return seen;
}

test.each([
  [
    "renderer/main.tsx",
    ["@preact/signals", "@tanstack/virtual-core", "lucide-preact", "preact", "preact/hooks"],
  ],
  ["preload/index.ts", ["electron"]],
])("%s leads to no more packages than it needs", async (file, expected) => {
  const found = await packagesOf(file);
  expect([...found.keys()].sort(), `asked for by ${JSON.stringify([...found])}`).toEqual(expected);
});

test.each(["Intl.ListFormat", "Intl.Segmenter"])("%s is made where it is needed alone", async (maker) => {
  const files = new Set<string>();
  await packagesOf("renderer/main.tsx", new Map(), files);
  for (const file of files)
    expect(await readFile(file, "utf8"), file).not.toMatch(
      new RegExp(`^(export )?const [^=]*= new ${maker}`, "m"),
    );
});
