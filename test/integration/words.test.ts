import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { literalTexts } from "../support/literal-text.ts";

// What a user reads is in languages.

async function filesOf(folder: string, ending: RegExp): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => ending.test(name))
    .map((name) => path.join(folder, name))
    .sort();
}

test.each([
  ["<p>Hello there</p>", "Hello there"],
  ['<p aria-label="Close">{words.close}</p>', "Close"],
  ['<input placeholder={empty ? "Search" : words.more} />', "Search"],
  ["<p>{count} of {words.all(count)}</p>", " of "],
  ["<p>{`$" + "{count} bookings`}</p>", " bookings"],
  ['<p>{open && "Now"}</p>', "Now"],
  ['<Row label={"Port " + port} />', "Port "],
])("%s has a text of its own", (source, text) =>
  expect(literalTexts(`const a = ${source};`)).toEqual([text]),
);

test.each([
  '<p class="soft" aria-hidden="true">{words.close} · {words.open}</p>',
  '<p>{kind === "open" ? words.open : words.close({ by: "host" })}</p>',
  '<IconButton keys="Escape" label={words.close} onClick={() => go("today")} />',
])("%s has none", (source) => expect(literalTexts(`const a = ${source};`)).toEqual([]));

test("no component of the page has a text of its own", async () => {
  const files = await filesOf("renderer", /\.tsx$/);
  expect(files.length).toBeGreaterThan(80);
  const found = await Promise.all(
    files.map(async (file) => ({ file, texts: literalTexts(await readFile(file, "utf8")) })),
  );
  expect(found.filter(({ texts }) => texts.length > 0)).toEqual([]);
});
