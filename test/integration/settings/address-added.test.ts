import "../../support/electron-unloaded.ts";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../support/files.ts";
import { keptAddress, lockedVault, noVault } from "../../support/kept-address.ts";

const tokenOf = (address: ReturnType<typeof keptAddress>["address"]) =>
  address.at("")?.split("/").at(-1) ?? "";
const zapier = (folder: string, vault = undefined as Parameters<typeof keptAddress>[1]) =>
  keptAddress(folder, vault, undefined, "zapier");

test("a source that nobody added has no address, and takes whatever is shown as unknown", async () => {
  const { address } = zapier(temporaryFolder());
  await address.read();
  expect([address.view().isOpen, address.at("https://x"), address.standing("")]).toEqual([
    false,
    null,
    "unknown",
  ]);
  expect(address.standing("t".repeat(43))).toBe("unknown");
});

test("its address is another one than Timekit's, and the same after a restart", async () => {
  const folder = temporaryFolder();
  const timekit = keptAddress(folder);
  await timekit.address.read();
  const { address } = zapier(folder);
  await address.renew();
  expect(address.at("https://bell.example.com")).toMatch(
    /^https:\/\/bell\.example\.com\/hooks\/zapier\/[\w-]{43}$/,
  );
  const token = tokenOf(address);
  expect(timekit.address.standing(token)).toBe("unknown");
  // The keyring has it.
  expect(readFileSync(path.join(folder, "settings.json"), "utf8")).not.toContain(token);
  const again = zapier(folder).address;
  expect(again.standing(token)).toBe("newest");
  await again.read();
  expect([tokenOf(again), again.view().kept]).toEqual([token, "encrypted"]);
});

test("without a keyring it lies in the file; one that gives nothing turns nothing away", async () => {
  const plain = zapier(temporaryFolder(), noVault).address;
  await plain.renew();
  expect([plain.view().kept, plain.standing(tokenOf(plain))]).toEqual(["plain", "newest"]);
  const folder = temporaryFolder();
  const first = zapier(folder).address;
  await first.renew();
  const locked = zapier(folder, lockedVault).address;
  await locked.read();
  expect([locked.view().kept, locked.standing(tokenOf(first))]).toEqual(["unreadable", "newest"]);
});

test("a renewed one counts beside the one before; removed, none of them does, and the next begins anew", async () => {
  const folder = temporaryFolder();
  const { address, pass } = zapier(folder);
  await address.renew();
  const first = tokenOf(address);
  address.copied("https://bell.example.com");
  expect(address.view()).toMatchObject({ copiedHost: "bell.example.com", toCopy: false });
  await address.renew();
  const second = tokenOf(address);
  expect([address.standing(first), address.standing(second), address.view().toCopy]).toEqual([
    "old",
    "newest",
    true,
  ]);
  address.close();
  expect([address.standing(first), address.standing(second), address.at("")]).toEqual([
    "ended",
    "ended",
    null,
  ]);
  expect(address.view()).toMatchObject({ isOpen: false, oldUntil: null, copiedHost: null, toCopy: false });
  pass(60_000);
  const restarted = zapier(folder).address;
  await restarted.read();
  expect([restarted.view().isOpen, restarted.standing(second)]).toEqual([false, "ended"]);
  await restarted.renew();
  expect(restarted.view()).toMatchObject({ isOpen: true, oldUntil: null });
  expect(restarted.standing(tokenOf(restarted))).toBe("newest");
});
