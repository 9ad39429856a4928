import { expect, test } from "vitest";
import { linksIn, piecesOf } from "../../../common/links.ts";

test("a text is cut at its links, and nothing of it is lost", () => {
  const text = "See https://maps.example/x?a=1, or (https://docs.example/y).";
  expect(piecesOf(text)).toEqual([
    { text: "See ", link: null },
    { text: "https://maps.example/x?a=1", link: "https://maps.example/x?a=1" },
    { text: ", or (", link: null },
    { text: "https://docs.example/y", link: "https://docs.example/y" },
    { text: ").", link: null },
  ]);
});

test.each([
  "http://plain.example/",
  "javascript:alert(1)",
  "file:///etc/passwd",
  "https://user:secret@bank.example/",
  "https://127.0.0.1:8443/",
  "https://localhost/",
  "https://",
  "",
])("%j holds no link", (text) => {
  expect(linksIn(text)).toEqual([]);
  expect(
    piecesOf(text)
      .map((piece) => piece.text)
      .join(""),
  ).toBe(text);
});

test("what a link leads to is written so that it looks like no other", () => {
  expect(piecesOf("https://раураl.example/\u202egnp.exe")[0]?.link).toMatch(
    /^https:\/\/xn--[a-z0-9-]+\.example\/%E2%80%AEgnp\.exe$/,
  );
});
