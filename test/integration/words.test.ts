import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { literalTexts } from "../support/literal-text.ts";

// What a user reads is in common/words, and each side takes no more of it than it says.

async function filesOf(folder: string, ending: RegExp): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => ending.test(name))
    .map((name) => path.join(folder, name))
    .sort();
}

const subjectOf = (file: string) => file.replace(/^common\/words\/|\.ts$/g, "");

/** What is loaded of common/words with those files, by the way of whatever they import. */
async function wordsWith(files: readonly string[]): Promise<string[]> {
  const seen = new Set(files);
  for (const file of seen) {
    const source = await readFile(file, "utf8");
    for (const [, from = ""] of source.matchAll(/^(?:import|export) (?!type )[^"]*"(\.[^"]+\.tsx?)";$/gm))
      seen.add(path.join(path.dirname(file), from));
  }
  return [...seen].filter((file) => file.startsWith("common/words/")).map(subjectOf);
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

test("main and the page load the words that they say, and those of the other only where both say them", async () => {
  const main = await wordsWith(await filesOf("main", /\.ts$/));
  const page = await wordsWith(await filesOf("renderer", /\.tsx?$/));
  expect(main.filter((subject) => page.includes(subject)).sort()).toEqual([
    "app",
    "counted",
    "details",
    "listed",
    "moments",
    "problems/calcom",
    "problems/calendly",
    "problems/desktop",
    "problems/destinations",
    "problems/page",
    "problems/problems",
    "problems/reception",
    "problems/relay",
    "problems/store",
    "problems/timekit",
    "problems/tunnel",
    "reasons",
    "receiving",
    "spans",
  ]);
  const both = new Set([...main, ...page]);
  const all = (await filesOf("common/words", /\.ts$/)).map(subjectOf);
  // Those have types only.
  expect(all.filter((subject) => !both.has(subject))).toEqual(["problems/catalogue", "source-words"]);
});
