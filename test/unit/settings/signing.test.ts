import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { signedBy } from "../../../main/sources/timekit/verify.ts";
import { someSecrets } from "../../support/secrets.ts";
import { signedWith } from "../../support/signing.ts";

const week = 7 * 86_400_000;
const secret = fc.string({ minLength: 1, maxLength: 40 });

describe("of several signing secrets", () => {
  test("a signature by any of them counts, by the one that made it, and none by another", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(secret, { minLength: 1, maxLength: 4 }),
        fc.uint8Array(),
        secret,
        (secrets, body, other) => {
          const by = (one: string) => signedBy(body, signedWith(one, body)["x-timekit-signature"], secrets);
          for (const one of secrets) expect(by(one)).toBe(one);
          expect(by(other)).toBe(secrets.includes(other) ? other : null);
          expect(signedBy(body, undefined, secrets)).toBeNull();
        },
      ),
    );
  });
});

describe("a signing secret that is set anew", () => {
  async function renewed(protects = true) {
    const given = someSecrets({ protects });
    const { signing } = given.secrets;
    for (const one of ["old", "new"]) await signing.set(one, true);
    return { ...given, signing, all: async () => (await signing.all()).secrets };
  }

  test("leaves the one before in force, until it is removed", async () => {
    const { signing, all, clock } = await renewed();
    expect([await signing.get(), await all()]).toEqual(["new", ["new", "old"]]);
    expect(signing.signingView()).toEqual({ setAt: clock.wall, earlier: 1, until: null });
    signing.removeEarlier();
    expect([await all(), signing.signingView().earlier]).toEqual([["new"], 0]);
  });

  test("is in force with two before it at most, each once", async () => {
    const { signing, all } = await renewed();
    for (const one of ["third", "fourth", "new", "new"]) await signing.set(one, false);
    expect(await all()).toEqual(["new", "fourth", "third"]);
  });

  test("lets the one before go a week after it first signed a delivery, and not before", async () => {
    const { signing, all, clock } = await renewed();
    const pass = (ms: number) => {
      clock.wall += ms;
      clock.elapsed += ms;
      signing.minute();
    };
    pass(52 * week);
    await signing.signed("old");
    pass(52 * week);
    expect(await all()).toEqual(["new", "old"]);
    await signing.signed("new");
    await signing.signed("new");
    pass(week - 1);
    expect(await all()).toEqual(["new", "old"]);
    pass(1);
    expect(await all()).toEqual(["new"]);
  });

  test("is removed with all before it", async () => {
    const { signing } = await renewed();
    signing.clear();
    expect(await signing.all()).toEqual({ secrets: [], unreadable: false });
    expect([signing.view(), signing.signingView()]).toEqual([
      { state: "off" },
      { setAt: null, earlier: 0, until: null },
    ]);
  });

  test("takes the place of one that cannot be read", async () => {
    const given = someSecrets({
      protects: true,
      secrets: { signing: { kept: "encrypted", data: "locked:x" } },
    });
    given.vault.open = false;
    const { signing } = given.secrets;
    expect(await signing.all()).toEqual({ secrets: [], unreadable: true });
    await signing.set("x", false);
    expect(await signing.all()).toEqual({ secrets: ["x"], unreadable: false });
  });

  test("one before it that cannot be read is told beside those that can", async () => {
    const { settings } = await renewed();
    const next = someSecrets({ protects: true, ...settings() });
    const { signing } = next.secrets;
    await signing.get();
    next.vault.open = false;
    expect(await signing.all()).toEqual({ secrets: ["new"], unreadable: true });
    next.vault.open = true;
    expect(await signing.all()).toEqual({ secrets: ["new", "old"], unreadable: false });
  });

  test("one before it that was kept nowhere is over with the run", async () => {
    const given = someSecrets({ protects: false });
    await given.secrets.signing.set("old", false);
    await given.secrets.signing.set("new", true);
    expect((await given.secrets.signing.all()).secrets).toEqual(["new", "old"]);
    const next = someSecrets({ protects: false, ...given.settings() });
    expect(await next.secrets.signing.all()).toEqual({ secrets: ["new"], unreadable: false });
  });
});
