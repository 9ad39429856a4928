import "../../support/electron-unloaded.ts";
import { spawnSync } from "node:child_process";
import { readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { hookPath } from "../../../main/lib/tokens.ts";
import { leadsTo } from "../../../main/sources/timekit/api/webhooks.ts";
import { temporaryFolder } from "../../support/files.ts";
import { keptAddress, lockedVault, noVault, turningVault } from "../../support/kept-address.ts";
import { aProfile, posting, releasedToken, textOf } from "../../support/released-address.ts";

const publicUrl = "https://hooks.example.com";

test("the address of 0.1.0 goes into the keyring and stays as it was, and nothing of it is left in the file", async () => {
  const folder = aProfile();
  const first = keptAddress(folder);
  expect(first.settings.damaged).toBeNull();
  expect(await (await posting(first))(releasedToken)).toBe(204);
  await first.address.read();
  expect(first.address.view().kept).toBe("encrypted");
  expect(textOf(folder)).not.toContain(releasedToken);

  const next = keptAddress(folder);
  const post = await posting(next);
  // The keyring was not asked yet.
  expect([await post(releasedToken), await post("w".repeat(43))]).toEqual([204, 404]);
  expect(next.address.at(publicUrl)).toBeNull();
  await next.address.read();
  const whole = next.address.at(publicUrl) ?? "";
  expect(whole).toBe(publicUrl + hookPath(releasedToken));
  const webhooks = next.settings.get("webhooks");
  expect(webhooks).toHaveLength(5);
  expect(webhooks.every((webhook) => leadsTo(webhook, whole))).toBe(true);
  expect(webhooks.some((webhook) => leadsTo(webhook, publicUrl + hookPath("w".repeat(43))))).toBe(false);
});

test("killed at any step of moving into the keyring, the address is there, whole, and nowhere else", () => {
  const script = (name: string) => path.join(import.meta.dirname, "../../support", name);
  const moved: boolean[] = [];
  for (let step = 1; ; step++) {
    const folder = aProfile();
    const { signal, stderr, status } = spawnSync(
      process.execPath,
      ["--require", script("kill-at-step.cjs"), script("move-address.mjs"), folder],
      { env: { ...process.env, KILL_AT: String(step) }, encoding: "utf8" },
    );
    const ended = signal !== "SIGKILL";
    if (ended && status !== 0) throw new Error(stderr);
    moved.push(!textOf(folder).includes(releasedToken));
    const { settings, address } = keptAddress(folder);
    expect(settings.damaged).toBeNull();
    expect(address.standing(releasedToken)).toBe("newest");
    expect(readdirSync(folder)).toEqual(["settings.json"]);
    if (ended) break;
  }
  expect(moved.length).toBeGreaterThan(3);
  expect([moved[0], moved.at(-1)]).toEqual([false, true]);
});

test.each([
  ["locked", lockedVault],
  ["that gives something else", { ...turningVault, decrypt: async () => "w".repeat(43) }],
])(
  "a keyring %s makes no new address and loses none: what is posted is taken, and read later",
  async (_, vault) => {
    const folder = aProfile();
    await keptAddress(folder).address.read();
    const before = textOf(folder);
    const without = keptAddress(folder, vault);
    await without.address.read();
    expect([without.address.view().kept, without.address.at(publicUrl)]).toEqual(["unreadable", null]);
    expect(await (await posting(without))(releasedToken)).toBe(204);
    expect(textOf(folder)).toBe(before);

    let opened = false;
    const mended = keptAddress(folder, {
      ...vault,
      decrypt: async (data) => (opened ? turningVault : vault).decrypt(data),
    });
    const waiting = mended.address.whenAt(publicUrl);
    await mended.address.read();
    opened = true;
    await mended.address.read();
    expect(await waiting).toBe(publicUrl + hookPath(releasedToken));
    expect(mended.address.view().kept).toBe("encrypted");
  },
);

test.each([
  ["there is none", noVault, 0],
  ["it is locked", lockedVault, 1],
  ["it does not give back what it was given", { ...turningVault, decrypt: async () => null }, 0],
])("the address stays in the file, for this user only, where of the keyring %s", async (_, vault, faults) => {
  const folder = aProfile();
  const kept = keptAddress(folder, vault);
  await kept.address.read();
  expect([kept.address.view().kept, kept.faults.length]).toEqual(["plain", faults]);
  expect(JSON.parse(textOf(folder)).token).toBe(releasedToken);
  expect(statSync(path.join(folder, "settings.json")).mode & 0o077).toBe(0);
  expect(keptAddress(folder, vault).address.at(publicUrl)).toContain(releasedToken);
});

test("a first start makes an address, and keeps it", async () => {
  const folder = temporaryFolder();
  const first = keptAddress(folder);
  const whole = first.address.at(publicUrl);
  await first.address.read();
  const next = keptAddress(folder);
  await next.address.read();
  expect(next.address.at(publicUrl)).toBe(whole);
});

test("an address that 0.1.0 made meanwhile is the one to use, and the one before counts for a day", async () => {
  const folder = aProfile();
  const day = 86_400_000;
  await keptAddress(folder).address.read();
  // 0.1.0 found no token, made one, and passed on what it did not know.
  const its = "n".repeat(43);
  writeFileSync(
    path.join(folder, "settings.json"),
    JSON.stringify({ ...JSON.parse(textOf(folder)), token: its }),
  );
  const next = keptAddress(folder, turningVault, day);
  expect(next.settings.get("address").old?.until).toBe(2 * day);
  const post = await posting(next);
  expect([await post(its), await post(releasedToken)]).toEqual([204, 204]);
  await next.address.read();
  expect(next.address.at(publicUrl)).toBe(publicUrl + hookPath(its));
});

test("a token in the file that is none is not made anew while it is known which it was", async () => {
  const folder = aProfile();
  await keptAddress(folder, noVault).address.read();
  writeFileSync(
    path.join(folder, "settings.json"),
    JSON.stringify({ ...JSON.parse(textOf(folder)), token: "short" }),
  );
  const damaged = keptAddress(folder, noVault);
  await damaged.address.read();
  expect([damaged.settings.damaged, damaged.address.view().kept]).toEqual(["settings-reset", "unreadable"]);
  expect(await (await posting(damaged))(releasedToken)).toBe(204);

  const lost = keptAddress(aProfile({ token: "short" }), noVault);
  expect(lost.settings.damaged).toBe("settings-address-reset");
  expect(lost.address.at(publicUrl)).toMatch(/\/hooks\/timekit\/[\w-]{43}$/);
});
