import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { openOnScreen } from "../../../../main/alerts/notifiers/on-screen.ts";
import { temporaryFolder } from "../../../support/files.ts";

const toast = (tag: string) => ({
  tag,
  title: "",
  body: "",
  silent: false,
  portrait: null,
  row: null,
  actions: [],
  onClick() {},
  onAction() {},
});

function aScreen(file = path.join(temporaryFolder(), "on-screen"), daemon = "bus :1.5") {
  const screen = openOnScreen(file);
  screen.of(daemon);
  return { file, screen };
}

test("a newer one with the same tag takes the place of the older", () => {
  const { screen } = aScreen();
  screen.add(1, toast("a"));
  screen.add(2, toast("b"));
  screen.add(3, toast("a"));
  expect([screen.withTag("a"), screen.withTag(null)]).toEqual([[3], [2, 3]]);
  screen.remove(3);
  expect([screen.withTag("a"), screen.get(3)]).toEqual([[], undefined]);
});

test("the next run knows what this one has left, of the same daemon only", () => {
  const { file, screen } = aScreen();
  screen.add(1, toast("a"));
  screen.add(2, toast("b"));
  expect(aScreen(file).screen.withTag("b")).toEqual([2]);
  expect(aScreen(file, "bus :1.9").screen.withTag(null)).toEqual([]);
});

test("what is no longer on the screen is no longer in the file", () => {
  const { file, screen } = aScreen();
  screen.add(1, toast("a"));
  screen.add(2, toast("b"));
  screen.remove(1);
  expect(aScreen(file).screen.withTag(null)).toEqual([2]);
});

test("it forgets all when the daemon goes, and keeps the last hundred", () => {
  const { file, screen } = aScreen();
  for (let id = 1; id <= 120; id++) screen.add(id, toast(`tag ${id}`));
  expect(aScreen(file).screen.withTag(null)).toHaveLength(100);
  screen.of("");
  expect(screen.withTag(null)).toEqual([]);
});

test("a file that cannot be read or written keeps nothing from the screen", () => {
  const { file } = aScreen();
  writeFileSync(file, '{"owner":"bus :1.5"');
  expect(aScreen(file).screen.withTag(null)).toEqual([]);
  const { screen } = aScreen("/no/such/folder/on-screen");
  screen.add(1, toast("a"));
  expect(screen.withTag("a")).toEqual([1]);
});
