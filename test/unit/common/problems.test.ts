import { expect, test } from "vitest";
import { isLasting, type ProblemCode, problem } from "../../../common/problems.ts";

test.each<[ProblemCode, boolean]>([
  ["tunnel-refused", true],
  ["ssh-host-changed", true],
  ["store-newer", true],
  ["tunnel-unreachable", false],
  ["disk-full", false],
  ["timekit-unreachable", false],
])("whether only the user can mend %s: %s", (code, lasts) => {
  expect(isLasting(code)).toBe(lasts);
});

test("a code of nobody's lasts no longer than trying again takes", () => {
  expect(isLasting("nobody-knows-it")).toBe(false);
  expect(isLasting("constructor")).toBe(false);
});

test("a problem is the same value every time", () => {
  expect(problem("disk-full")).toBe(problem("disk-full"));
});
