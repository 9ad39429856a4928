import { expect, test } from "vitest";
import { argumentsOf } from "../../../scripts/languages/arguments.mjs";
import { compile } from "../../../scripts/languages/compile.mjs";

const typesOf = (message: string) => argumentsOf(new Map([["key", message]])).get("key");

test.each([
  ["Open", ""],
  ["Open {who}", "readonly who: string | number;"],
  [
    "{count, plural, one {# of {all, number}} other {# of {all, number}}}",
    "readonly all: number; readonly count: number;",
  ],
  ["{names, list} changed", "readonly names: readonly string[];"],
  ["{by, select, host {you} other {them}}", "readonly by: string | null;"],
  [
    "{more, select, true {at least } other {}}{count, number}",
    "readonly count: number; readonly more: boolean;",
  ],
])("“%s” has to be given: %s", (message, types) => expect(typesOf(message)).toBe(types));

test("a plural that a language lacks, and a brace that is not closed, are errors of the build", () => {
  expect(() => compile("ja", [["count", "{count, plural, one {#} other {#}}"]])).toThrow(/one/);
  expect(() => compile("en", [["who", "Open {who"]])).toThrow();
});

test("what takes nothing is a text, a list of them an array, and the rest functions, typed alike", () => {
  const { module, types } = compile("en", [
    ["tray.open", "Open"],
    ["tray.join", "Join {who}"],
    ["steps.1", "First"],
    ["steps.2", "Then"],
    ["days.7", "A week"],
  ]);
  const said = module.replace(/\s+/g, " ");
  expect(said).toContain('tray: { open: "Open", join: (d) => "Join " + d.who }');
  expect(said).toContain('steps: ["First", "Then"]');
  expect(said).toContain('days: { "7": "A week" }');
  expect(types).toContain('readonly "join": (args: { readonly who: string | number; }) => string;');
  expect(types).toContain('readonly "steps": readonly string[];');
  expect(types).toContain("readonly 7: string;");
});

test("what is put into a sentence that runs from right to left keeps to its place", () => {
  expect(compile("he", [["who", "שלום {who}"]]).module).toContain("\u200f");
  expect(compile("en", [["who", "Hello {who}"]]).module).not.toMatch(/[\u200e\u200f]/);
});
