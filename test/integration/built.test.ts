import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const main = path.join(import.meta.dirname, "../../out/main");
/** Of what the icon waits for; all of main is six times as much. */
const mostBytes = 240_000;

/** A file that was built and all that it imports before it runs; what it imports later is another matter. */
function withImports(file: string, found = new Map<string, number>()) {
  if (found.has(file)) return found;
  const text = readFileSync(file, "utf8");
  found.set(file, text.length);
  for (const [, name = ""] of text.matchAll(/(?:from|import)\s*"(\.[^"]+)"/g))
    withImports(path.join(path.dirname(file), name), found);
  return found;
}

test("the icon waits for little of main", () => {
  const files = withImports(path.join(main, "index.js"));
  expect(files.size).toBeGreaterThan(1);
  expect([...files.values()].reduce((sum, size) => sum + size, 0)).toBeLessThan(mostBytes);
});
