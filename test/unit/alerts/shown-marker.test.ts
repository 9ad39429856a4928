import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { openToldNote } from "../../../main/alerts/shown-marker.ts";
import { temporaryFolder } from "../../support/files.ts";

test("the note names what was told last", () => {
  const file = path.join(temporaryFolder(), "told");
  expect(openToldNote(file).last()).toEqual(new Set());
  openToldNote(file).told([3, 4]);
  expect(openToldNote(file).last()).toEqual(new Set([3, 4]));
  writeFileSync(file, "");
  expect(openToldNote(file).last()).toEqual(new Set());
});

test("a writing that is cut off or fails leaves the note as it was", () => {
  const folder = temporaryFolder();
  const file = path.join(folder, "told");
  const note = openToldNote(file);
  note.told([1]);
  // As a kill within the writing leaves it.
  writeFileSync(`${file}.new`, "");
  expect(openToldNote(file).last()).toEqual(new Set([1]));
  note.told([2]);
  expect([readFileSync(file, "utf8"), readdirSync(folder)]).toEqual(["2", ["told"]]);
  mkdirSync(`${file}.new`);
  expect(() => note.told([3])).toThrow();
  expect(note.last()).toEqual(new Set([2]));
});
