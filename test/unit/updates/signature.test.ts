import { generateKeyPairSync } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { placesOf } from "../../../main/updates/places.ts";
import { publicKeys, signedPart } from "../../../main/updates/signature.ts";
import { signFeed } from "../../../scripts/sign-release.mjs";

const pair = () => generateKeyPairSync("ed25519");
const pem = (key: ReturnType<typeof pair>) =>
  key.publicKey.export({ type: "spki", format: "pem" }).toString();
const [older, newer, stranger] = [pair(), pair(), pair()];
const keys = publicKeys(`Bookbell's\n${pem(older)}\n${pem(newer)}`);
const name = "latest-linux.yml";
const feed = "version: 1.2.0\nfiles:\n  - url: Bookbell-x64.AppImage\n    sha512: abc\n";
const signed = signFeed(name, feed, newer.privateKey);

test("a feed that one of the keys has signed is given without its signatures", () => {
  expect(keys).toHaveLength(2);
  expect(signedPart(name, signed, keys)).toBe(feed);
  expect(signedPart(name, signFeed(name, signed, older.privateKey), keys)).toBe(feed);
  expect(signedPart(name, signFeed(name, signed, stranger.privateKey), keys)).toBe(feed);
  const handed = signFeed(name, signFeed(name, feed, older.privateKey), newer.privateKey);
  expect(signedPart(name, handed, publicKeys(pem(newer)))).toBe(feed);
});

test.each([
  ["nothing", ""],
  ["no signature", feed],
  ["a stranger's", signFeed(name, feed, stranger.privateKey)],
  ["that of another system's feed", signFeed("latest-mac.yml", feed, newer.privateKey)],
  ["an altered feed", signed.replace("1.2.0", "1.3.0")],
  ["something behind the signature", `${signed}version: 6.6.6\n`],
  ["something between", signed.replace("# signature", "version: 6.6.6\n# signature")],
  ["a signature that is a line of the feed", `${signed.split("#")[1]}${feed}`],
  ["no line's end", signed.trimEnd()],
  ["more than a feed has", `${"#\n".repeat(40_000)}${signed}`],
])("%s is refused", (_, text) => {
  expect(() => signedPart(name, text, keys)).toThrow("update-unsigned");
});

test("whatever is done to one place of it, it is refused", () => {
  fc.assert(
    fc.property(fc.nat(signed.length - 1), fc.string({ maxLength: 3 }), (at, put) => {
      const altered = signed.slice(0, at) + put + signed.slice(at + 1);
      fc.pre(altered !== signed);
      expect(() => signedPart(name, altered, keys)).toThrow();
    }),
  );
});

test("no key, or one of another kind, lets nothing in", () => {
  expect(publicKeys("")).toEqual([]);
  expect(publicKeys(older.privateKey.export({ type: "pkcs8", format: "pem" }).toString())).toEqual([]);
  expect(() => signedPart(name, signed, [])).toThrow();
});

test("feeds and files are where the package says", () => {
  const github = placesOf({ provider: "github", owner: "bookbell", repo: "bookbell", releaseType: "draft" });
  expect(github.feed(name).href).toBe(
    "https://github.com/bookbell/bookbell/releases/latest/download/latest-linux.yml",
  );
  expect(github.files("1.2.0").href).toBe("https://github.com/bookbell/bookbell/releases/download/v1.2.0/");
  const own = placesOf({ provider: "generic", url: "http://127.0.0.1:8080/bookbell" });
  expect(own.feed(name).href).toBe("http://127.0.0.1:8080/bookbell/latest-linux.yml");
  expect(own.files("1.2.0").href).toBe("http://127.0.0.1:8080/bookbell/");
  expect(() => placesOf({ provider: "s3" })).toThrow();
});
