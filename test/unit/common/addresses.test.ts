import fc from "fast-check";
import { expect, test } from "vitest";
import {
  domainOf,
  httpsOf,
  isPublicName,
  mailOf,
  serverOf,
  serverPortOf,
  socketOf,
  userOf,
} from "../../../common/addresses.ts";

const rules = { httpsOf, domainOf, serverOf, userOf, socketOf };

test.each([
  ["hooks.example.com", true],
  ["localhost", false],
  ["printer.local", false],
  ["nas.home.arpa", false],
  ["wiki.corp", false],
  ["corp.example.com", true],
  ["notlocal.example", true],
  ["192.0.2.7", false],
  ["[::1]", false],
  ["a b.example", false],
])("that %s is somebody's on the internet: %s", (name, expected) =>
  expect(isPublicName(name)).toBe(expected),
);

test.each([
  [" ann@example.net ", "ann@example.net"],
  ['"ann b"@example.net', '"ann b"@example.net'],
  ["ann@", null],
  ["@example.net", null],
  ["ann", null],
  ["ann@example .net", null],
  ["", null],
])("%j is the mail address %j", (text, value) => expect(mailOf(text)).toBe(value));

test.each([
  ["httpsOf", " Hooks.example.com/ ", "https://hooks.example.com"],
  ["httpsOf", "https://hooks.example.com:8443/bell/", "https://hooks.example.com:8443/bell"],
  ["httpsOf", "http://hooks.example.com", null],
  ["httpsOf", "https://user@hooks.example.com", null],
  ["httpsOf", "https://:secret@hooks.example.com", null],
  ["httpsOf", "https://hooks.example.com/?a#b", null],
  ["httpsOf", "localhost", null],
  ["domainOf", "https://bell.ngrok.app", "bell.ngrok.app"],
  ["domainOf", "bell.ngrok.app/x", null],
  ["serverOf", " server.example.com ", "server.example.com"],
  ["serverOf", "192.0.2.7", "192.0.2.7"],
  ["serverOf", "fe80::1%eth0", "fe80::1%eth0"],
  ["serverOf", "nas", "nas"],
  ["serverOf", "münchen.example", "münchen.example"],
  ["serverOf", "-oProxyCommand", null],
  ["serverOf", "a b", null],
  ["serverOf", "a/b", null],
  ["userOf", "DOMAIN\\hooks", "DOMAIN\\hooks"],
  ["userOf", "hooks@example.com", "hooks@example.com"],
  ["userOf", "-l", null],
  ["socketOf", "/home/hooks/bookbell.sock", "/home/hooks/bookbell.sock"],
  ["socketOf", "8022", "8022"],
  ["socketOf", "127.0.0.1:8022", "127.0.0.1:8022"],
  ["socketOf", "0.0.0.0:8022", null],
  ["socketOf", "bookbell.sock", null],
  ["socketOf", `/${"x".repeat(107)}`, null],
] as const)("%s takes %j as %j", (rule, text, value) => {
  expect(rules[rule](text)).toBe(value);
});

test("a port is a whole number up to 65535", () => {
  expect(["22", " 2222 ", "0", "65536", "2e3", "-1", ""].map(serverPortOf)).toEqual([
    22,
    2222,
    null,
    null,
    null,
    null,
    null,
  ]);
});

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(fc.constantFrom(..."https:// a . / : @ - [ ] :: \0 \n ? # % é \u202e 1 . com".split(" ")))
    .map((all) => all.join("")),
);

test.each(Object.entries(rules))(
  "%s keeps what it gave, and lets no control character through",
  (_name, rule) => {
    expect(rule("")).toBe("");
    fc.assert(
      fc.property(text, (text) => {
        const kept = rule(text);
        if (kept === null) return;
        expect(rule(kept)).toBe(kept);
        expect(kept).not.toMatch(/\p{C}/u);
      }),
      { numRuns: 2_000 },
    );
  },
);
