import { expect, test } from "vitest";
import { spellingsOf } from "../../../../main/bookings/mentions.ts";
import { tellsOf } from "../../../../main/sources/zapier/tells-of.ts";
import { expected, forwardedBody, forwardedFiles } from "../../../support/zapier-bodies.ts";

const sam = spellingsOf("Sam.Okafor@example.net");
const marty = spellingsOf("mcfly@timekit.io");

test.each(forwardedFiles().filter((file) => expected[file]?.outcome === "booking"))(
  "%s tells of its own customer alone",
  (file) => {
    const body = forwardedBody(file);
    const email = (expected[file]?.booking?.customer as { email?: string } | null | undefined)?.email;
    expect(tellsOf(body, sam)).toBe(email === "sam.okafor@example.net");
    expect(tellsOf(body, marty)).toBe(email === "mcfly@timekit.io");
  },
);

test.each([
  ["form", "id=1&state=confirmed&user__email=nora%40example.com&customers__email=sam%40example.net"],
  [
    "json",
    '{"id":"1","state":"confirmed","User Email":"nora@example.com","Customers Email":"sam@example.net"}',
  ],
  [
    "text in json",
    '{"id":"1","state":"confirmed","user":"{\\"email\\":\\"nora@example.com\\"}","customers":"[{\\"email\\":\\"sam@example.net\\"}]"}',
  ],
])("as its host's, in a %s, an address is nobody's", (_form, text) => {
  const body = Buffer.from(text);
  expect(tellsOf(body, spellingsOf("nora@example.com"))).toBe(false);
  expect(tellsOf(body, spellingsOf("sam@example.net"))).toBe(true);
  expect(
    tellsOf(
      Buffer.from(text.replaceAll("sam", "nora").replaceAll("example.net", "example.com")),
      spellingsOf("nora@example.com"),
    ),
  ).toBe(true);
});

test("what cannot be read may tell of anybody whose address is in it", () => {
  const body = Buffer.from("<email>sam@example.net</email>");
  expect(tellsOf(body, spellingsOf("sam@example.net"))).toBe(true);
  expect(tellsOf(body, spellingsOf("nora@example.com"))).toBe(false);
});
