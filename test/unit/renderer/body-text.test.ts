import fc from "fast-check";
import { expect, test } from "vitest";
import { prettyJson } from "../../../renderer/log/body-text.ts";

test("a member a line, in the order they came", () => {
  expect(prettyJson('{"id":1,"list":[true]}')).toBe('{\n  "id": 1,\n  "list": [\n    true\n  ]\n}');
});

test.each(["", "{", "7", '"text"', "null", `${"[".repeat(25)}${"]".repeat(25)}`])(
  "%j reads no better so",
  (body) => expect(prettyJson(body)).toBeNull(),
);

test("as deep as webhooks go, and no deeper", () => {
  const deep = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;
  expect([prettyJson(deep(24)), prettyJson(deep(25))]).toEqual([expect.any(String), null]);
});

test("what turns the reading order is spelt out, and the JSON is the same", () => {
  const text = fc.string({
    unit: fc.constantFrom("a", "\u061c", "\u200e", "\u202e", "\u2066", "\u2069", '"'),
  });
  expect(prettyJson('["\u202eabc"]')).toBe('[\n  "\\u202eabc"\n]');
  fc.assert(
    fc.property(fc.dictionary(text, text), (body) => {
      const pretty = prettyJson(JSON.stringify(body)) ?? "";
      expect(pretty).not.toMatch(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
      expect(JSON.parse(pretty)).toEqual(body);
    }),
  );
});
