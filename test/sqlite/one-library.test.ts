import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { WorkerTask } from "../../main/store/thread/protocol.ts";
import { scribble } from "../support/damage.ts";
import { storeWorker, temporaryFolder } from "../support/files.ts";
import { aFile, keptIn } from "../support/filled-file.ts";

const beside = (name: string) => path.join(import.meta.dirname, name);

/** Runs the store's thread to its end in a process of its own. @returns what is to be known of the libraries in it */
function ran(task: WorkerTask, ...preload: string[]) {
  const program = path.join(import.meta.dirname, "../support/store-thread.mjs");
  const preloads = [...preload, "loaded.cjs"].flatMap((name) => ["--require", beside(name)]);
  const { status, stderr } = spawnSync(
    process.execPath,
    [...preloads, program, storeWorker, JSON.stringify(task)],
    { encoding: "utf8" },
  );
  expect(status, stderr).toBe(0);
  const lines = stderr.split("\n");
  const after = (word: string) =>
    lines.filter((line) => line.startsWith(word)).map((line) => line.slice(word.length));
  return { opened: new Set(after("built-in opens ")), loaded: after("package: ") };
}

/** Opened, and salvaged, which opens three. */
const tasks: Record<string, () => WorkerTask> = {
  "a new file": () => ({ file: path.join(temporaryFolder(), "bookings.sqlite") }),
  "a file of before": () => ({ file: aFile(3) }),
  "a damaged file": () => {
    const file = aFile(30);
    scribble(file, 3 * 4096, 4096);
    return { file, salvage: true };
  },
};

describe.each(Object.entries(tasks))("%s", (_, task) => {
  test("beside a sound built-in library the package is not even loaded", () => {
    expect(ran(task()).loaded).toEqual(["not loaded"]);
  });

  test("an unsound one gets no file: the package opens them all", () => {
    const wanted = task();
    const { opened, loaded } = ran(wanted, "unsound.cjs");
    expect(loaded).toEqual(["loaded"]);
    expect([...opened]).toEqual([":memory:"]);
    expect(keptIn(wanted.file).sound).toEqual({ integrity_check: "ok" });
  });
});

test("of all that is built, only the store's thread knows of an SQLite", () => {
  const folder = path.dirname(storeWorker);
  const built = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".js"),
  );
  const knowing = built.filter((name) =>
    /node:sqlite|@photostructure\/sqlite/.test(readFileSync(path.join(folder, name), "utf8")),
  );
  expect(knowing).toEqual(["store-worker.js"]);
});
