import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { listLicences } from "../../../scripts/licences.mjs";

const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
const all = listLicences();
const names = new Set(all.map(({ name }) => name));

test("every dependency is listed with its version, and what it needs in turn; nothing that only builds or tests is", () => {
  for (const [name, version] of Object.entries(dependencies))
    expect(all).toContainEqual(expect.objectContaining({ name, version }));
  expect(names).toContain("body-parser");
  for (const name of Object.keys(devDependencies)) expect(names).not.toContain(name);
});

test("each has a licence that lets it be shipped", () => {
  const free =
    /^\(?(MIT|ISC|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|Python-2\.0|Unlicense|0BSD|Unicode-DFS-2016)\b/;
  expect(all.filter(({ licence }) => !free.test(licence))).toEqual([]);
});
