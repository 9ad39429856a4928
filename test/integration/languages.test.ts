import { readdirSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { argumentsOf } from "../../scripts/languages/arguments.mjs";
import { endsOf, isAskedFor } from "../support/used-messages.ts";

const folder = "languages";
const files = readdirSync(folder).filter((name) => name.endsWith(".arb"));
const read = async (file: string): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(path.join(folder, file), "utf8"));
const messagesOf = (arb: Record<string, unknown>) =>
  new Map(Object.entries(arb).filter(([key]) => !key.startsWith("@"))) as Map<string, string>;
const english = await read("en.arb");

test("each message of English is described to translators, in a line", () => {
  const described = [...messagesOf(english).keys()].filter((key) => {
    const { description } = (english[`@${key}`] ?? {}) as { description?: string };
    return !description || description.includes("\n");
  });
  expect(described).toEqual([]);
});

test.each(files)("%s has the messages and arguments of English, and no others", async (file) => {
  const own = argumentsOf(messagesOf(await read(file)));
  expect(Object.fromEntries(own)).toEqual(Object.fromEntries(argumentsOf(messagesOf(english))));
});

test.each(files)("%s has spaces at its ends where English has them, and no empty message", async (file) => {
  const ends = (text: string) => [/^\s/.test(text), /\s$/.test(text)];
  const wanted = messagesOf(english);
  const other = [...messagesOf(await read(file))].filter(
    ([key, text]) => text.trim() === "" || ends(text).join() !== ends(wanted.get(key) ?? "").join(),
  );
  expect(other).toEqual([]);
});

test.each(files.filter((file) => file !== "en.arb"))("%s says who has read it", async (file) => {
  expect(await read(file)).toMatchObject({
    "@@locale": path.basename(file, ".arb"),
    "@@x-name": expect.stringMatching(/./),
    "@@x-translation": expect.stringMatching(/^(Machine-made|Read by)/),
  });
});

async function sourcesIn(of: string): Promise<string[]> {
  const names = await readdir(of, { recursive: true });
  return names.filter((name) => /\.tsx?$/.test(name)).map((name) => path.join(of, name));
}

test("each message is asked for somewhere", async () => {
  const sources = (await Promise.all(["common", "main", "renderer"].map(sourcesIn))).flat();
  const ends = await Promise.all(
    sources.map(async (file) =>
      endsOf(file, await readFile(file, "utf8"), { spreads: !file.startsWith("common/words") }),
    ),
  );
  const all = new Set(ends.flat());
  for (const nowhere of ["agenda.nowhere", "agenda.off.nowhere", "log.nowhere"])
    expect(isAskedFor(nowhere, all), nowhere).toBe(false);
  // What fills the screen has no other subject.
  const keys = [...messagesOf(english).keys()].map((key) => key.replace(/^fullScreen\./, ""));
  // A list is asked for as a whole, or gone through.
  const spelled = (key: string) => [key, key.replace(/\.\d+$/, ""), key.replace(/\.\d+$/, ".map")];
  expect(keys.filter((key) => !spelled(key).some((one) => isAskedFor(one, all)))).toEqual([]);
});
