import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { openShownMarker } from "../../../main/alerts/shown-marker.ts";
import { temporaryFolder } from "../../support/files.ts";

test("the marker names what was told last", () => {
  const file = path.join(temporaryFolder(), "told");
  expect(openShownMarker(file).last()).toEqual(new Set());
  openShownMarker(file).told([3, 4]);
  expect(openShownMarker(file).last()).toEqual(new Set([3, 4]));
  writeFileSync(file, "");
  expect(openShownMarker(file).last()).toEqual(new Set());
});

test("a writing that is cut off or fails leaves the marker as it was", () => {
  const folder = temporaryFolder();
  const file = path.join(folder, "told");
  const marker = openShownMarker(file);
  marker.told([1]);
  // As a kill within the writing leaves it.
  writeFileSync(`${file}.new`, "");
  expect(openShownMarker(file).last()).toEqual(new Set([1]));
  marker.told([2]);
  expect([readFileSync(file, "utf8"), readdirSync(folder)]).toEqual(["2", ["told"]]);
  mkdirSync(`${file}.new`);
  expect(() => marker.told([3])).toThrow();
  expect(marker.last()).toEqual(new Set([2]));
});
