import { expect, test } from "vitest";
import { createDestinationSecrets } from "../../../main/settings/destination-secrets.ts";
import { createSafe } from "../../../main/settings/safe.ts";
import { someSettings } from "../../support/settings.ts";

const address = "https://hooks.slack.com/services/T0/B0/s3cret";
const day = 86_400_000;

function start(protects = true) {
  const settings = someSettings();
  const clock = { now: 1_000 };
  const vault = { open: true };
  /** As after a restart: nothing is known that was not kept. */
  const again = () =>
    createDestinationSecrets({
      settings,
      safe: createSafe({
        encrypt: async (text) => (protects ? `locked:${text}` : null),
        decrypt: async (data) => (protects && vault.open ? data.replace("locked:", "") : null),
      }),
      now: () => clock.now,
    });
  return { settings, clock, vault, again, secrets: again() };
}

test("an address is kept by the keyring, and a key is made where one is wanted", async () => {
  const { secrets, again, settings } = start();
  await secrets.set("slack", address, { plain: false, signed: false });
  await secrets.set("url", address, { plain: false, signed: true });
  expect(await again().get("slack")).toEqual({ address, keys: [] });
  const { keys } = await again().get("url");
  expect(keys).toEqual([expect.stringMatching(/^whsec_[A-Za-z\d+/]{43}=$/)]);
  expect(settings.get("destinations").slack?.address).toEqual({
    kept: "encrypted",
    data: `locked:${address}`,
  });
  expect(again().view("url")).toEqual({ kept: "encrypted", earlierKeyUntil: null });
});

test("another address leaves the key, a new key counts beside the one before for a day", async () => {
  const { secrets, clock } = start();
  await secrets.set("url", address, { plain: false, signed: true });
  const [first] = (await secrets.get("url")).keys;
  await secrets.set("url", `${address}2`, { plain: false, signed: true });
  expect(await secrets.get("url")).toEqual({ address: `${address}2`, keys: [first] });
  await secrets.renewKey("url");
  const { keys } = await secrets.get("url");
  expect(keys).toEqual([expect.not.stringMatching(String(first).replace(/\W/g, ".")), first]);
  expect(secrets.view("url").earlierKeyUntil).toBe(1_000 + day);
  clock.now += day;
  expect((await secrets.get("url")).keys).toEqual([keys[0]]);
  expect(secrets.view("url").earlierKeyUntil).toBeNull();
});

test("without a keyring it is kept until quitting, or for good where that is agreed", async () => {
  const { secrets, again } = start(false);
  await secrets.set("session", address, { plain: false, signed: false });
  await secrets.set("plain", address, { plain: true, signed: true });
  await secrets.renewKey("plain");
  expect((await secrets.get("session")).address).toBe(address);
  expect([secrets.view("session").kept, secrets.view("plain").kept]).toEqual(["session", "plain"]);
  const later = again();
  await expect(later.get("session")).rejects.toMatchObject({ code: "target-unreadable" });
  expect(later.view("session").kept).toBe("unreadable");
  expect((await later.get("plain")).keys).toHaveLength(2);
});

test("what a locked keyring does not give cannot be read, and can once it is open", async () => {
  const { secrets, vault, again } = start();
  await secrets.set("url", address, { plain: false, signed: true });
  vault.open = false;
  const later = again();
  await expect(later.get("url")).rejects.toMatchObject({ code: "target-unreadable" });
  expect(later.view("url").kept).toBe("unreadable");
  vault.open = true;
  expect((await later.get("url")).address).toBe(address);
  expect(later.view("url").kept).toBe("encrypted");
});

test("what is removed, or of no destination any more, is gone; a name of JavaScript's is none", async () => {
  const { secrets, settings } = start();
  for (const id of ["a", "b", "c"]) await secrets.set(id, address, { plain: false, signed: false });
  secrets.remove("a");
  secrets.prune(["c"]);
  expect(Object.keys(settings.get("destinations"))).toEqual(["c"]);
  await expect(secrets.get("toString")).rejects.toMatchObject({ code: "target-unreadable" });
  await expect(secrets.renewKey("c")).rejects.toMatchObject({ code: "target-unreadable" });
});
