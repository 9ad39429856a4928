import fc from "fast-check";
import { expect, test } from "vitest";
import {
  hashOf,
  hookPath,
  type KnownTokens,
  oldMs,
  renewed,
  standingOf,
  withoutOld,
  withoutToken,
} from "../../../main/lib/tokens.ts";

const token = fc.stringMatching(/^[A-Za-z0-9_-]{43}$/);
const first = (of: string): KnownTokens => ({ newest: hashOf(of), old: null, ended: [] });

test("a renewed address leaves the one before in force, and those before that known", () => {
  const some = fc.uniqueArray(token, { minLength: 3, maxLength: 8 });
  fc.assert(
    fc.property(some, token, ([a = "", ...others], stranger) => {
      const known = others.reduce((known, next) => renewed(known, hashOf(next), 5), first(a));
      const standings = [a, ...others].map((one) => standingOf(one, known));
      expect(standings.slice(-2)).toEqual(["old", "newest"]);
      expect(new Set(standings.slice(0, -2))).toEqual(new Set(["ended"]));
      expect(known.old?.until).toBe(5 + oldMs);
      if (![a, ...others].includes(stranger)) expect(standingOf(stranger, known)).toBe("unknown");
      expect(JSON.stringify(known)).not.toContain(a);
      const alone = withoutOld(known);
      expect([a, ...others].map((one) => standingOf(one, alone)).slice(-2)).toEqual(["ended", "newest"]);
    }),
  );
});

test("what is shown may be anything", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (shown) => {
      expect(standingOf(shown, renewed(first("a"), hashOf("b"), 0))).toBe(
        shown === "a" ? "old" : shown === "b" ? "newest" : "unknown",
      );
    }),
  );
});

test("those that ended are known up to a number", () => {
  const many = Array.from({ length: 40 }, (_, i) => `token ${i}`);
  const known = many.reduce((known, next) => renewed(known, hashOf(next), 0), first("a"));
  expect(known.ended).toHaveLength(20);
  expect(standingOf("token 37", known)).toBe("ended");
});

test("a URL without its token keeps all the rest, and is the same again", () => {
  fc.assert(
    fc.property(token, (of) => {
      const url = `https://hooks.example.com${hookPath(of)}?g=instant&s=confirmed`;
      const hidden = withoutToken(url);
      expect(hidden).toBe(`https://hooks.example.com${hookPath(hashOf(of))}?g=instant&s=confirmed`);
      expect(withoutToken(hidden)).toBe(hidden);
    }),
  );
});
