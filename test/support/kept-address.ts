import { createAddress } from "../../main/settings/address.ts";
import { openSettings } from "../../main/settings/settings.ts";
import type { Vault } from "../../main/settings/vault.ts";

/** A keyring that turns texts about, and one that holds nothing back. */
const turned = (text: string) => [...text].reverse().join("");
export const turningVault: Vault = {
  encrypt: async (secret) => Buffer.from(turned(secret)).toString("base64"),
  decrypt: async (data) => turned(Buffer.from(data, "base64").toString()) || null,
};
export const lockedVault: Vault = {
  encrypt: async () => Promise.reject(new Error("locked")),
  decrypt: async () => null,
};
export const noVault: Vault = { encrypt: async () => null, decrypt: async () => null };

/** The real settings of a profile, and the address that they keep. Loads electron-store: see electron-unloaded.ts. */
export function keptAddress(folder: string, vault: Vault = turningVault, now = Date.now) {
  const settings = openSettings(folder, now);
  const faults: unknown[] = [];
  const address = createAddress({
    settings,
    vault,
    onView() {},
    onFault: (error) => faults.push(error),
  });
  return { settings, address, faults };
}
