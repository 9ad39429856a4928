import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.join(import.meta.dirname, "../..");

test("a stack out of a user's log leads to the sources", () => {
  const built = readFileSync(path.join(root, "out/main/index.js"), "utf8");
  const before = built.slice(0, built.indexOf("openSettings")).split("\n");
  const where = `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
  const input = `at openSettings (/opt/Bookbell/resources/app.asar/out/main/index.js:${where})\nat node:fs:1:1\n`;
  const { stdout } = spawnSync(process.execPath, [path.join(root, "scripts/trace.mjs")], {
    input,
    encoding: "utf8",
  });
  expect(stdout).toMatch(/^at openSettings \(.*main\/settings\/settings\.ts:\d+:\d+\)\nat node:fs:1:1\n$/);
});
